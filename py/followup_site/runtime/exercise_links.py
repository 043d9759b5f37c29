"""What of `exercise.py` is about links: dates that they bring, and what careers offices set up by
them.
"""

from collections.abc import Iterator

from followup.records.office import (
    ANCHORS,
    MARK,
    OfficeProfile,
    OfficeStep,
    own_profile,
    profile_file,
    write_kept,
    write_profile,
)
from followup_site.runtime import acts, exercise_files

Events = list[dict[str, object]]

WHOLE = OfficeProfile(
    name="Caf\u00e9 <b>",
    contact="a@b.c",
    web="https://a.b/",
    country="GB",
    part="SCT",
    numbers=(("first-wait", 5), ("messages", 2)),
    first_channel="email",
    thanks="no",
    steps=tuple(OfficeStep(f"a{n}", f"Step <{n}>", of, n) for n, of in enumerate(ANCHORS)),
    asks_shared=True,
)
SMALL = OfficeProfile("Careers")

FIELDS = {"name": "Caf\u00e9", "web": "a", "first-wait": "5", "gap": "x", "country": "GB"}
"""Of the page that makes a profile."""


NAME = "careers"
"""Of an office that the copy holds."""

DAYS = ("2026-11-24", "2026-12-08", "2027-02-29", "1926-01-01", "<b>&\"'")
"""Days in a link: two that are accepted, and others."""


def of_dates() -> Iterator[tuple[Events, dict[str, object]]]:
    """Yield what the reader did, and what else a question holds about a link that brings dates: to
    one who has none, these or others, and who has just taken them."""
    interview = acts.answer("interview", ("24", "November", "2026"))
    other = acts.answer("interview", ("08", "12", "2026"))
    links = [{"interview": one, "decision": two} for one in DAYS for two in DAYS]
    histories: tuple[Events, ...] = ([], [interview], [other], [acts.choice("archived", "no")])
    for events in histories:
        for link in (*links, {"interview": DAYS[0]}, {"decision": DAYS[1]}, {"problem": "large"}):
            yield events, {"dates": link, "store": {"undo": "together"}}


def of_offices() -> Iterator[tuple[Events, dict[str, object]]]:
    """Yield the same about careers offices' links, and about the page that makes them."""
    whole, small = write_profile(WHOLE), write_profile(SMALL)
    broken = (whole[:40], f"{whole}x", f"9{whole[1:]}", "1.1.00000000.!")
    in_use = [acts.answer("interview", ("24", "November", "2026")), acts.text("office", whole)]
    tick = {"what": "tick", "step": "office-a1", "round": 0, "on": True}
    histories: tuple[Events, ...] = ([], in_use, [*in_use, tick])
    for events in histories:
        for text in (whole, small, *broken):
            yield events, {"incoming": {"kind": "office", "text": MARK + text}}
        yield events, {"incoming": {"kind": "office", "problem": "large"}}
    yield from _of_this_copy()
    kit = [acts.text(f"kit-{name}", text) for name, text in FIELDS.items()]
    yield kit, {}
    yield [*kit, *_steps()], {}


def _of_this_copy() -> Iterator[tuple[Events, dict[str, object]]]:
    """Yield the same about an office that the publisher's own copy holds, as far as it does."""
    opened = {"kind": "office", "text": f"{MARK}{NAME}"}
    in_use = [acts.text("office", write_kept(NAME, SMALL))]
    yield in_use, {}
    for text in (own_profile(WHOLE), None, "{"):
        files = {**exercise_files.FILES, profile_file(NAME): text}
        yield [], {"incoming": opened, "files": files}
        yield in_use, {"incoming": opened, "files": files}


def _steps() -> Iterator[dict[str, object]]:
    """Yield steps of an office's own as its form sends them: one that counts, two refused."""
    for days, label in (("3", "Come"), ("x", ""), ("99", "See us")):
        texts = {"label": label, "days": days}
        yield {**acts.form(f"s{days}", "office-step", {}, texts), "interview": "all"}
