"""The numbers that advise people, each with its source, and the limits of what may be set.

Nothing is worked out here. The pages state the same numbers: they are filled in from this table.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from followup import words
from followup.errors import SettingError

Channel = Literal["phone", "email", "other"]


@dataclass(frozen=True)
class Rules:
    """The guide's plan in numbers. Every number is a default that a reader may change.

    Attributes:
        first_wait: calendar days to wait after the interview. Source: the article the guide is
            made from ("at least a week").
        grace: calendar days to wait after the day by which they said they would decide. Source:
            careers offices say 1 to 3 days (Alabama, Buffalo, Indeed).
        gap: calendar days between two contacts. Source: the article ("every ten days or so").
        messages: follow-ups without a reply after which the guide says stop. Source: most careers
            offices name 1 to 3 (Georgetown: 3).
        first_channel: how to make the first contact. Source: the article ("a telephone call").
        later_channel: how to make the later ones. Source: the article ("via email").

    Raises:
        SettingError: a number lies outside its limits.
    """

    first_wait: int = 7
    grace: int = 2
    gap: int = 10
    messages: int = 3
    first_channel: Channel = "phone"
    later_channel: Channel = "email"

    def __post_init__(self) -> None:
        for name, (least, most) in LIMITS.items():
            if not least <= getattr(self, name) <= most:
                raise SettingError(words.plain(words.number_refused(name, least, most)))


LIMITS = {"first_wait": (0, 60), "grace": (0, 30), "gap": (1, 60), "messages": (1, 10)}
"""Smallest and largest value of each number (days, days, days, messages)."""

YEARS_BACK = 2
"""Years before today's that a typed date may lie in."""

YEARS_AHEAD = 3
"""Years after today's that a typed date may lie in."""

EARLIEST, LATEST = date(2000, 1, 1), date(2199, 12, 31)
"""The days between which every day lies that a clock or a record says. No clock that is right and
no record that a reader wrote says another; without bounds a plan could run out of the calendar."""

TOO_LATE_AFTER = 60
"""Days after the plan's last date from which it is probably too late to get in touch."""

GUIDE = Rules()
"""The guide's own plan."""

NUMBERS = {name: getattr(GUIDE, name) for name in LIMITS} | {
    "too_late": TOO_LATE_AFTER,
    "years_back": YEARS_BACK,
    "years_ahead": YEARS_AHEAD,
}
"""The numbers that pages may name in braces, as in "wait {first_wait} days"."""
