"""The reader's own settings beside the guide's: the numbers of the plan, ways, weekend, region.

What the reader has set wins; then comes what a careers office has set up, then the guide's plan. A
number that is refused stays as typed, with its problem beside it; what comes next counts meanwhile.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from followup import words
from followup.dates.civil_date import Problem
from followup.dates.closed_days import SATURDAY, SUNDAY
from followup.dates.numerals import bare
from followup.dates.rules import GUIDE, LIMITS, Channel, Rules
from followup.errors import LinkError
from followup.records.office import (
    PROFILE,
    OfficeProfile,
    profile_file,
    read_own_profile,
    read_profile,
    split_kept,
)
from followup.records.record import ALL
from followup.records.state import Fact, State

NUMBER = re.compile(r"\d{1,3}", re.ASCII)
COUNTRY_CODE = re.compile(r"[A-Z]{2}", re.ASCII)
CHANNELS = ("phone", "email", "other")

NUMBER_NAMES = {name.replace("_", "-"): name for name in LIMITS}
"""The name of each number in the page and in records, and in `Rules`."""

REGION_NAMES = ("country", "part")
"""Settings that are typed as texts too, but are chosen from a list."""

FRIDAY = 4
WEEKENDS: Mapping[str, frozenset[int]] = {
    "sat-sun": frozenset({SATURDAY, SUNDAY}),
    "fri-sat": frozenset({FRIDAY, SATURDAY}),
    "fri-sun": frozenset({FRIDAY, SUNDAY}),
    "fri": frozenset({FRIDAY}),
    "sat": frozenset({SATURDAY}),
    "sun": frozenset({SUNDAY}),
    "none": frozenset(),
}
"""What can be chosen beside "country", the country's own weekend; Monday is day 0."""


@dataclass(frozen=True)
class Settings:
    """What the reader set, checked; where nothing was set or it is refused, what the office has set
    up, else the guide's value.

    Attributes:
        typed: each number as typed; empty where the guide's counts.
        problems: why a number is refused, by its name in the page.
        country: two-letter code of the country whose public holidays count; empty for none.
        part: code of its part, chosen after the country; empty for the whole country.
        weekend: one of `WEEKENDS`, or "country".
        thank_you_note: whether the steps of the thank-you note count.
        office: what a careers office has set up; None if nothing, or the guide's plan is wanted.
        office_name: under which the publisher's own copy holds it; empty if it is a link's.
        own: whether any of this differs from the guide's.
    """

    rules: Rules = GUIDE
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: Mapping[str, Problem] = field(default_factory=dict)
    country: str = ""
    part: str = ""
    weekend: str = "country"
    thank_you_note: bool = True
    office: OfficeProfile | None = None
    office_name: str = ""
    own: bool = False

    @property
    def moves_dates(self) -> bool:
        """Whether dates may differ from the guide's: a number that is refused moves none."""
        return self.rules != GUIDE or bool(self.country) or self.weekend != "country"

    @property
    def are_the_offices(self) -> bool:
        """Whether all numbers are as a careers office has set them up."""
        return self.office is not None and self.rules == rules_of(self.office)


def read_settings(state: State, files: Mapping[str, str | None] | None = None) -> Settings:
    """Return the settings for all interviews.

    Args:
        state: of all that the reader did.
        files: those that the page fetched, by name: what the publisher's own copy says of an
            office counts before what was kept of it.
    """
    office_name, office = _office(state, files or {})
    base = rules_of(office)
    typed = {name: _text(state, name) for name in NUMBER_NAMES}
    problems: dict[str, Problem] = {}
    numbers = {
        NUMBER_NAMES[name]: _number(name, text, base, problems) for name, text in typed.items()
    }
    rules = Rules(
        **numbers,
        first_channel=_channel(_choice(state, "first-channel"), base.first_channel),
        later_channel=_channel(_choice(state, "later-channel"), base.later_channel),
    )
    country, part = _region(state, office)
    weekend = _choice(state, "weekend")
    settings = Settings(
        rules=rules,
        typed=typed,
        problems=problems,
        country=country,
        part=part,
        weekend=weekend if weekend in WEEKENDS else "country",
        thank_you_note=(_choice(state, "thanks") or (office.thanks if office else "")) != "no",
        office=office,
        office_name=office_name,
    )
    return replace(settings, own=settings != Settings(typed=dict.fromkeys(typed, "")))


def rules_for(state: State, interview: str, settings: Settings) -> Rules:
    """Return the rules of one interview: the employer may have asked for another first way."""
    chosen = state.choice("first-channel", "guide", interview)
    first_channel = _channel(chosen, settings.rules.first_channel)
    return replace(settings.rules, first_channel=first_channel)


def rules_of(office: OfficeProfile | None) -> Rules:
    """Return the plan as an office has set it up, the guide's where it says nothing."""
    if office is None:
        return GUIDE
    rules = replace(GUIDE, first_channel=_channel(office.first_channel, GUIDE.first_channel))
    numbers = {NUMBER_NAMES[name]: number for name, number in office.numbers}
    return replace(rules, **numbers)  # type: ignore[arg-type] # the numbers of `LIMITS` alone


def _office(state: State, files: Mapping[str, str | None]) -> tuple[str, OfficeProfile | None]:
    """Return the name of what an office has set up, and that; None if nothing, or it cannot be
    read."""
    name, kept = split_kept(_text(state, PROFILE))
    now = files.get(profile_file(name)) if name else None
    return name, _read(read_own_profile, now) or _read(read_profile, kept)


def _read(read: Callable[[str], OfficeProfile], text: str | None) -> OfficeProfile | None:
    try:
        return read(text) if text else None
    except LinkError:
        return None


def _number(name: str, text: str, base: Rules, problems: dict[str, Problem]) -> int:
    """Return the number typed, or the one that counts without; note the problem if it is
    refused."""
    least, most = LIMITS[NUMBER_NAMES[name]]
    digits = bare(text)
    if NUMBER.fullmatch(digits) and least <= int(digits) <= most:
        return int(digits)
    if text:
        problems[name] = Problem(words.number_refused(NUMBER_NAMES[name], least, most), ())
    otherwise: int = getattr(base, NUMBER_NAMES[name])
    return otherwise


def _channel(chosen: str, default: Channel) -> Channel:
    return cast("Channel", chosen) if chosen in CHANNELS else default


def _region(state: State, office: OfficeProfile | None) -> tuple[str, str]:
    """Return country and part: the office's, unless the reader has chosen any, or none."""
    if office and not _counts(state, state.fact(ALL, "text", "country")):
        return office.country, office.part
    return _country(state), _part(state)


def _country(state: State) -> str:
    text = _text(state, "country")
    return text if COUNTRY_CODE.fullmatch(text) else ""


def _part(state: State) -> str:
    """Return the part, unless another country was chosen since: two can share a code."""
    country, part = (state.fact(ALL, "text", name) for name in REGION_NAMES)
    if country is None or part is None or part.stamp < country.stamp:
        return ""
    return _text(state, "part")


def _text(state: State, name: str) -> str:
    fact = state.fact(ALL, "text", name)
    return state.text(ALL, name).strip() if _counts(state, fact) else ""


def _choice(state: State, name: str) -> str:
    fact = state.fact(ALL, "choice", name)
    return state.choice(name, "") if _counts(state, fact) else ""


def _counts(state: State, fact: Fact | None) -> bool:
    """Return whether it was set after the reader last went back to the guide's plan."""
    back = state.fact(ALL, "choice", "settings")
    if fact is None or back is None or state.choice("settings", "own") != "guide":
        return fact is not None
    return fact.stamp > back.stamp
