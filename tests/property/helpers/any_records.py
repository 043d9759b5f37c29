"""A small guide, and what any records say of it."""

from guide_steps import ALL_STEPS

from followup.errors import RecordError
from followup.guide.contents import Guide, Page, Template
from followup.guide.messages import MESSAGE_RULES
from followup.records.fold import fold
from followup.records.record import read_record
from followup.records.state import State

GUIDE = Guide(
    (
        Page(
            "guide/all.md",
            "All",
            tuple(ALL_STEPS.steps()),
            tuple(Template(name, name, "Subject: [job]\n\nDear [name]") for name in MESSAGE_RULES),
        ),
    )
)


def state_of(records: dict[str, str]) -> State:
    """Return what the records say."""
    found = []
    for key, text in records.items():
        try:
            found.append(read_record(key, text))
        except RecordError:
            continue
    return fold(State(), found)
