"""The page for editors lists every step that tools tick, and no other."""

import re
from itertools import chain

from sources import DOCS, page_named

from followup.guide import ticks
from followup.records.sample import TICKED
from followup_site.pages.guide_reader import read_guide

GIVEN = {
    *chain(*ticks.OF_DATES.values(), *ticks.OF_FIRST_CONTACT.values()),
    *(*ticks.OF_OUTCOMES.values(), *ticks.OF_TEXTS.values(), *ticks.OF_NEW_DAY),
    *(*ticks.OF_THANKS, *ticks.OF_LATER_MESSAGE),
    *(ticks.OF_PLAN, ticks.OF_LIST, ticks.OF_COPY, ticks.OF_CALENDAR, ticks.OF_ROUND),
    *(ticks.OF_WAY, ticks.OF_LAST_MESSAGE, ticks.OF_NO_ANSWER, ticks.OF_ANY_CONTACT),
}


def test_every_step_that_tools_tick_stands_in_the_guide() -> None:
    """A name that nobody has would be ticked for nobody. The demo ticks some too."""
    names = {step.name for step in read_guide(DOCS).steps()}

    assert GIVEN - names == set()
    assert set(TICKED) - names == set()


def test_the_page_for_editors_lists_the_steps_that_tools_tick() -> None:
    """Whoever changes a label sees there that its tick may come by itself."""
    section = page_named("about/editing.md").sections["Steps that tools tick"]

    assert {*re.findall(r"`([a-z-]+)`", section)} == GIVEN
