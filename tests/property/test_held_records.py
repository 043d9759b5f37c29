"""What is held of the records between two questions changes no answer, whenever it is lost."""

import json

from asking import PLAN_PANELS
from guide_steps import ALL_STEPS
from holiday_files import FILES
from honest_records import HONEST, PLACES
from hypothesis import given
from hypothesis import strategies as st

from followup.app import open_app

REST = {
    "interview": PLACES[0],
    "files": dict(FILES),
    "today": "2026-11-24",
    "panels": PLAN_PANELS,
    "steps": ["meet-names"],
    "changed": [],
}
DAMAGED = '{"format": 2'


@st.composite
def turns(draw: st.DrawFn) -> list[tuple[dict[str, str], bool]]:
    """Draw what the page has at each of a few questions, and whether all was lost before it."""
    pool = draw(HONEST)
    texts = st.sampled_from([*pool.values(), DAMAGED])
    others = st.dictionaries(st.sampled_from(sorted(pool)), texts) if pool else st.just({})
    parts = st.integers(0, len(pool)).map(lambda count: dict(list(pool.items())[:count]))
    return draw(st.lists(st.tuples(parts | others, st.booleans()), min_size=2, max_size=6))


@given(turns())
def test_no_answer_hangs_on_what_is_held(turns: list[tuple[dict[str, str], bool]]) -> None:
    """Each is the same as of a program that was opened for it alone, and is given all."""
    guide = ALL_STEPS.to_json()
    page = Page(guide)
    for records, is_lost in turns:
        if is_lost:
            page.lose()
        alone = json.loads(open_app.__wrapped__(guide)(json.dumps(REST | {"records": records})))

        assert alone["outputs"]
        assert page.ask(records) == alone


class Page:
    """Hands over what is new, as `docs/assets/python/handed.mjs` does."""

    def __init__(self, guide: str) -> None:
        self.guide = guide
        self.held: dict[str, str] | None = None
        self.number = 0
        self.lose()

    def lose(self) -> None:
        """The browser has ended the worker; the page does not know."""
        self.step = open_app.__wrapped__(self.guide)

    def ask(self, records: dict[str, str]) -> dict[str, object]:
        """Return the answer about these records."""
        answer = self._put(records)
        if answer == {"lost": True}:
            self.held = None
            answer = self._put(records)
        return answer

    def _put(self, records: dict[str, str]) -> dict[str, object]:
        over, last = self.number, self.held
        self.number += 1
        self.held = dict(records)
        part: dict[str, object] = {"records": records}
        if last is not None:
            news = {key: text for key, text in records.items() if last.get(key) != text}
            part = {"records": news, "over": over, "dropped": sorted(last.keys() - records.keys())}
        answer: dict[str, object] = json.loads(
            self.step(json.dumps({**REST, **part, "number": self.number}))
        )
        return answer
