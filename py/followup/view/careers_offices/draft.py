"""What an office has filled in so far on the page that makes its profile, checked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from followup import words
from followup.dates.civil_date import Problem
from followup.dates.numerals import bare
from followup.dates.regions import Country, read_country
from followup.dates.rules import LIMITS
from followup.errors import LinkError, RegionError
from followup.records.office import (
    LONGEST_CONTACT,
    LONGEST_LABEL,
    LONGEST_NAME,
    LONGEST_WEB,
    MOST_DAYS,
    MOST_STEPS,
    OfficeProfile,
    OfficeStep,
    check_web,
    one_line,
)
from followup.records.record import ALL, Entered, Stamp
from followup.records.settings import COUNTRY_CODE, NUMBER_NAMES
from followup.records.state import Fact
from followup.view.parts.scene import Scene, country_file
from followup.words import Sentence

KIT = "kit-"
"""How the names begin under which an office's fields are kept in its own browser."""

TEXTS = {"name": LONGEST_NAME, "contact": LONGEST_CONTACT, "web": LONGEST_WEB}
"""Characters of each text."""

COUNTRY, PART = "country", "part"
CHOICES = {"first": "guide", "thanks": "guide", "shared": "no"}
"""What can be chosen, with what holds until it is."""

FORM = "office-step"
"""The form that adds a step of the office's own."""

ANCHORS: Mapping[str, tuple[str, int]] = {
    "none": ("", 0),
    "interview-before": ("interview", -1),
    "interview-after": ("interview", 1),
    "decision-after": ("decision", 1),
    "outcome-after": ("outcome", 1),
}
"""What a step's day counts from, and in which direction, by the name of the choice."""

DAYS = re.compile(r"\d{1,2}", re.ASCII)


@dataclass(frozen=True)
class StepEntry:
    """A step as an office has entered it.

    Attributes:
        step: the step; None if the entry is refused.
        problems: why, by field ("label", "days").
    """

    entered: Entered
    stamp: Stamp
    step: OfficeStep | None
    problems: Mapping[str, Problem]
    removed: bool

    @property
    def id(self) -> str:
        """The entry's id, which is the step's too: it stays, whatever is changed."""
        return self.entered.entry


@dataclass(frozen=True)
class Draft:
    """All of it.

    Attributes:
        typed: each text and number as typed.
        chosen: each choice.
        problems: why a text or a number is refused, by name.
        country: the chosen country; None if none is, or its public holidays are not here.
        steps: the entries, in the order of first entry, removed ones among them.
        profile: what the link holds; None as long as there is no name.
    """

    typed: Mapping[str, str]
    chosen: Mapping[str, str]
    problems: Mapping[str, Sentence]
    country: Country | None
    steps: tuple[StepEntry, ...]
    profile: OfficeProfile | None


def draft_of(scene: Scene) -> Draft:
    """Return what the office has filled in. What is refused is not in the profile."""
    state = scene.state
    names = (*TEXTS, *NUMBER_NAMES, COUNTRY, PART)
    typed = {name: state.text(ALL, KIT + name) for name in names}
    chosen = {name: state.choice(KIT + name, default) for name, default in CHOICES.items()}
    problems: dict[str, Sentence] = {}
    texts = {name: _text(name, typed[name], problems) for name in TEXTS}
    numbers = [(name, _number(name, typed[name], problems)) for name in NUMBER_NAMES]
    code = typed[COUNTRY] if COUNTRY_CODE.fullmatch(typed[COUNTRY]) else ""
    country = _country(scene, code)
    part = typed[PART] if country and typed[PART] in dict(country.parts) else ""
    steps = _entries(scene)
    profile = OfficeProfile(
        **texts,
        country=code,
        part=part,
        numbers=tuple((name, number) for name, number in numbers if number is not None),
        first_channel=chosen["first"] if chosen["first"] in words.CHANNEL_CHOICES else "",
        thanks="no" if chosen["thanks"] == "no" else "",
        steps=tuple(one.step for one in steps if one.step and not one.removed),
        asks_shared=chosen["shared"] == "yes",
    )
    return Draft(typed, chosen, problems, country, steps, profile if profile.name else None)


def kit_country(scene: Scene) -> str:
    """Return the code of the country that the office has chosen; empty for none."""
    code = scene.state.text(ALL, KIT + COUNTRY)
    return code if COUNTRY_CODE.fullmatch(code) else ""


def _text(name: str, typed: str, problems: dict[str, Sentence]) -> str:
    text = one_line(typed)
    if len(text) > TEXTS[name]:
        problems[name] = words.setup_too_long(TEXTS[name])
        return ""
    if name != "web":
        return text
    try:
        return check_web(text)
    except LinkError:
        problems[name] = words.SETUP_WEB_REFUSED
        return ""


def _number(name: str, typed: str, problems: dict[str, Sentence]) -> int | None:
    digits = bare(typed.strip())
    if not digits:
        return None
    least, most = LIMITS[NUMBER_NAMES[name]]
    if digits.isascii() and digits.isdigit() and len(digits) <= 3 and least <= int(digits) <= most:
        return int(digits)
    problems[name] = words.number_refused(NUMBER_NAMES[name], least, most)
    return None


def _country(scene: Scene, code: str) -> Country | None:
    text = scene.files.get(country_file(code)) if code else None
    try:
        return read_country(text) if text else None
    except RegionError:
        return None


def _entries(scene: Scene) -> tuple[StepEntry, ...]:
    found: list[StepEntry] = []
    counted = 0
    for fact, entered, removed in scene.state.entries(ALL, FORM):
        entry = _entry(fact, entered, removed=removed)
        if entry.step and not removed and counted >= MOST_STEPS:
            problem = {"label": Problem(words.setup_too_many_steps(MOST_STEPS), ())}
            entry = StepEntry(entered, fact.stamp, None, problem, removed)
        counted += bool(entry.step and not removed)
        found.append(entry)
    return tuple(found)


def _entry(fact: Fact, entered: Entered, *, removed: bool) -> StepEntry:
    fields, texts = dict(entered.fields), dict(entered.texts)
    problems: dict[str, Problem] = {}
    label = one_line(texts.get("label", ""))
    if not label or len(label) > LONGEST_LABEL:
        too_long = words.setup_too_long(LONGEST_LABEL)
        problems["label"] = Problem(too_long if label else words.SETUP_STEP_NEEDS_LABEL, ())
    anchor, way = ANCHORS.get(fields.get("anchor", "none"), ("", 0))
    digits = bare(texts.get("days", "").strip())
    is_days = bool(DAYS.fullmatch(digits)) and int(digits) <= MOST_DAYS
    if anchor and not is_days:
        problems["days"] = Problem(words.setup_step_days_refused(MOST_DAYS), ())
    count = way * int(digits) if anchor and is_days else 0
    step = None if problems else OfficeStep(entered.entry[:16], label, anchor, count)
    return StepEntry(entered, fact.stamp, step, problems, removed)
