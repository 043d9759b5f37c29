"""A worker's first question has the records of one interview alone, and what holds for all: the panel
that shows its date is the same as with everything there is.
"""

import json

from asking import Reader
from guide_steps import ALL_STEPS
from honest_records import HONEST, PLACES
from hypothesis import given
from hypothesis import strategies as st

PANEL = "plan"
"""As docs/assets/page/bridge.mjs has it (OWN_DATE)."""


@given(HONEST, st.sampled_from([one for one in PLACES if one != "all"]))
def test_the_plan_hangs_on_no_other_interview(records: dict[str, str], interview: str) -> None:
    """Its days, reasons and buttons: what the page shows first does not change a moment later."""
    reader = Reader(ALL_STEPS)
    reader.interview = interview
    reader.records = records
    whole = reader.ask()["outputs"][PANEL]
    needed = (interview, "all")
    reader.records = {
        key: text for key, text in records.items() if json.loads(text)["interview"] in needed
    }

    assert reader.ask(panels=[PANEL])["outputs"][PANEL] == whole
