"""What a step of the plan says in a calendar: its name there, title, text and moment."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from followup import words
from followup.copies.calendar_file import Entry, one_line, ten_o_clock
from followup.copies.links import write_link
from followup.copies.portable import portable, without_office_steps
from followup.dates.plan import DatedStep
from followup.errors import LinkTooLongError, RecordError
from followup.records.record import Exported, read_record
from followup.view.parts.reasons import why
from followup.view.parts.scene import Scene
from followup.view.share_with_adviser.adviser import without_labels

TIME, NAMES = "calendar-time", "calendar-names"
"""The choices: at ten or the whole day, and whether names go in."""

DEFAULTS = {TIME: "ten", NAMES: "no"}

LONGEST_DESCRIPTION = 1_999
"""Characters of an entry's text. Google takes about 8,000; what others take, few say."""

LONGEST_NAME = 60
"""Characters of an employer's name in a title; no calendar shows more of it."""

DATES_PAGE = "plan/dates/"
HOST = re.compile(r"[a-z]+://([^/:?#]+)")


def steps_to_do(scene: Scene) -> dict[str, DatedStep]:
    """Return the steps to do by the name that each has in a calendar, the next one first.

    A name counts the exchanges before the step, as that of a pin does: the step after the next
    contact is another entry, and a tentative step has the name that it will keep.
    """
    steps = [step for step in scene.plan.steps if step.state != "done"] if scene.plan else []
    logged = len(scene.answers.exchanges)
    return {f"calendar-{step.kind}-{number}": step for number, step in enumerate(steps, logged)}


@dataclass(frozen=True)
class Handout:
    """What goes from one interview into a calendar, in the form that the reader chose."""

    scene: Scene

    def chosen(self, name: str) -> str:
        """Return what the reader chose, or the default."""
        return self.scene.state.choice(name, DEFAULTS[name])

    def entry(self, name: str, step: DatedStep) -> Entry:
        """Return the entry of a step, which may have been exported before under its name."""
        scene = self.scene
        host = HOST.match(scene.site)
        return Entry(
            uid=f"{scene.interview_id}-{name.removeprefix('calendar-')}"
            f"@{host[1] if host else 'follow-up'}",
            sequence=self._sequence,
            start=self.start(step),
            summary=self.title(step),
            description=self.description(step),
            url=f"{scene.site}{DATES_PAGE}",
        )

    def start(self, step: DatedStep) -> datetime | date:
        """Return the moment at which a step stands in the calendar, or the day if it takes one."""
        if self.chosen(TIME) == "day":
            return step.act_on
        return ten_o_clock(step.act_on, self.scene.offsets)

    def title(self, step: DatedStep) -> str:
        """Return what to do, in a few words; with the employer only if names are chosen."""
        title = words.calendar_title(step.kind, step.channel, self.employer)
        return title + (words.in_brackets(step.state) if step.state == "tentative" else "")

    def description(self, step: DatedStep) -> str:
        """Return why the step has its date, and the link that brings the plan back if it fits."""
        reason = "\n".join(self._reason(step))
        for link, said in self._links:
            whole = f"{reason}\n\n{words.CALENDAR_LINK_BEFORE}\n{link}{said}"
            if len(whole) <= LONGEST_DESCRIPTION:
                return whole
        return f"{reason}\n\n{words.plain(words.CALENDAR_LINK_TOO_LONG)}"

    def text(self, step: DatedStep) -> str:
        """Return the same as a short text to copy."""
        day = words.spell_day(step.act_on)
        return f"{self.title(step)}\n{day}\n\n{self.description(step)}\n"

    def _reason(self, step: DatedStep) -> Iterator[str]:
        # What the reader calls closed days stays out: it may be a name, and is of any length.
        own = {one.label for one in self.scene.answers.ranges()}
        yield words.plain(why(without_labels(step, own)))
        if step.act_on != step.day:
            yield words.plain(words.was_due(step.day))
        if step.state == "tentative":
            yield words.plain(words.TENTATIVE_DATE)

    @cached_property
    def employer(self) -> str:
        """The employer as titles name it; empty unless names are chosen, and if it is not known."""
        employer = one_line(self.scene.interview.employer) if self._names else ""
        return employer if len(employer) <= LONGEST_NAME else f"{employer[: LONGEST_NAME - 1]}…"

    @cached_property
    def _names(self) -> bool:
        return self.chosen(NAMES) == "yes"

    @cached_property
    def _carried(self) -> dict[str, str]:
        """The records that the link in the entry carries."""
        interviews = {self.scene.interview_id}
        return portable(self.scene.texts, interviews=interviews, names=self._names)

    @cached_property
    def _links(self) -> list[tuple[str, str]]:
        """Restore links that may fit, the one with most in it first, and what is said of each: the
        second leaves out the steps that an office has added."""
        less = without_office_steps(self._carried)
        says = f"\n{words.plain(words.OFFICE_STEPS_LEFT_OUT)}"
        ways = [(self._carried, "")] + ([(less, says)] if less != self._carried else [])
        found = []
        for texts, said in ways:
            with suppress(LinkTooLongError):
                found.append((write_link(self.scene.site, texts), said))
        return found

    @cached_property
    def _sequence(self) -> int:
        """The highest clock among what the link carries, exports left out: it rises with every
        change, and whoever opens the link has the same."""
        return max((_clock(key, text) for key, text in self._carried.items()), default=0)


def _clock(key: str, text: str) -> int:
    """Return when a record was written; 0 if it only says that something was exported."""
    try:
        record = read_record(key, text)
    except RecordError:
        return 0
    return 0 if isinstance(record.event, Exported) else record.stamp.clock
