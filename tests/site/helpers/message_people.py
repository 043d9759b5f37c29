"""Three worked people, and every message of the guide as it is filled for each of them.

`PYTHONPATH=py:tests/unit .venv/bin/python tests/site/message_people.py` writes the golden files
again. Read what has changed before you keep it.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from asking import Reader

from followup.guide.contents import Guide
from followup_site.pages.guide_reader import read_guide

ROOT = Path(__file__).parents[3]
GOLDEN = ROOT / "tests/cases/messages"
TODAY = "2026-12-01"
RULE = "=" * 72


def student(reader: Reader) -> None:
    """Everything filled in, one interviewer."""
    reader.answer("interview", date(2026, 11, 24))
    reader.answer("decision", date(2026, 12, 8))
    reader.text("my-name", "Priya Shah", "all")
    reader.text("my-phone", "020 7946 0018", "all")
    reader.text("employer", "Acme Ltd")
    reader.text("role", "graduate analyst")
    reader.text("promised", "my degree certificate.")
    reader.enter(
        "person",
        "p1",
        {},
        name="Ana López",
        title="Head of Data",
        reach="ana.lopez@acme.example",
        said="the new team in Leeds.",
    )
    reader.choose("outcome", "offer")
    reader.answer("outcome-day", date(2026, 12, 1))
    reader.answer("offer-deadline", date(2026, 12, 11))


def panel(reader: Reader) -> None:
    """A panel of 3, a decision date that they moved, and whoever led the panel chosen."""
    reader.answer("interview", date(2026, 11, 17))
    reader.answer("decision", date(2026, 11, 20))
    reader.text("my-name", "Tom O’Neill", "all")
    reader.text("employer", "City Council")
    reader.text("role", "planning officer")
    for number, (name, title, said) in enumerate(
        (
            ("Dr Chidi Okafor", "Director", ""),
            ("Bo Li", "", "how they map flood risk"),
            ("Mary Ó Briain", "Head of Planning", "the move to the new town hall"),
        )
    ):
        reader.enter("person", f"p{number}", {}, name=name, title=title, reach="", said=said)
    reader.choose("message-for", "to-p2")
    reader.log("they-emailed", date(2026, 11, 25), date(2026, 12, 15))


def only_dates(reader: Reader) -> None:
    """The dates and nothing else."""
    reader.answer("interview", date(2026, 11, 24))
    reader.answer("decision", date(2026, 12, 4))


PEOPLE: dict[str, Callable[[Reader], None]] = {
    "student": student,
    "panel": panel,
    "only-dates": only_dates,
}


def messages_of(name: str, guide: Guide) -> str:
    """Return every message as it is filled for one of the people."""
    reader = Reader(guide, TODAY)
    PEOPLE[name](reader)
    inputs = reader.ask(panels=[], steps=[])["inputs"]
    parts = [
        f"{RULE}\n{one.name}\n{RULE}\n{inputs[f'message-{one.name}-text']['value']}\n"
        for one in guide.templates.values()
    ]
    return "\n".join(parts)


def golden(name: str) -> Path:
    """Return the file that holds them."""
    return GOLDEN / f"{name}.txt"


if __name__ == "__main__":
    for who in PEOPLE:
        golden(who).write_text(messages_of(who, read_guide(ROOT / "docs")), "utf-8")
