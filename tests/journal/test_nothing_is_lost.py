"""Whatever happens to a browser, no record is lost that was acknowledged, and what was erased stays so.

Hypothesis makes up days of a browser with three tabs: what a reader does, and all that can go wrong
meanwhile. The journal is the real one, its stores are not. `make faults` lives through 2,000 of them.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from in_node import running
from playing import FIRST, SECOND, Act, Given, record_of

EXAMPLES = 2_000 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 120
TABS = ("a", "b", "c")
INTERVIEWS = (FIRST, SECOND, "third3")
DAYS = ("2026-11-24", "2016-11-24", "9999-12-31")
"""What the clock on the wall says: it is put back and forward, and orders nothing."""

BUNDLES = ("mine", "foreign")
FOREIGN = {
    f"{clock}.elsewhere.{clock}": record_of(interview, step="prep-examples", round=clock)
    for clock, interview in enumerate((FIRST, SECOND, "fourth4"), start=3)
}
FAULTS: dict[str, dict[str, dict[str, bool]]] = {
    "full": {"local": {"isFull": True}},
    "denied": {"local": {"isDenied": True}},
    "hanging": {"database": {"isHanging": True}},
    "refusing": {"database": {"isRefusing": True}},
    "database full": {"database": {"isFull": True}},
    "database read only": {"database": {"isReadOnly": True}},
}
HEALTHY = {
    "local": {"isFull": False, "isDenied": False},
    "database": {"isHanging": False, "isRefusing": False, "isFull": False, "isReadOnly": False},
}

tabs = st.sampled_from(TABS)
interviews = st.sampled_from(INTERVIEWS)
days = st.sampled_from(DAYS)
bundles = st.sampled_from(BUNDLES)


def act(name: str, *its: st.SearchStrategy[Any]) -> st.SearchStrategy[Act]:
    """Return acts of this name in any tab."""
    return st.tuples(tabs, st.just(name), *its).map(list)


def of_browser(name: str, *its: st.SearchStrategy[Any]) -> st.SearchStrategy[Act]:
    """Return acts that belong to no tab."""
    return st.tuples(st.just(""), st.just(name), *its).map(list)


def mixed(*weighed: tuple[int, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    """Return one of the strategies, each as often as its weight says."""
    return st.one_of([strategy for weight, strategy in weighed for _ in range(weight)])


def in_a_row(*parts: st.SearchStrategy[list[Act]]) -> st.SearchStrategy[list[Act]]:
    """Return acts that follow on each other."""
    return st.tuples(*parts).map(lambda drawn: [one for part in drawn for one in part])


def once(one: st.SearchStrategy[Act]) -> st.SearchStrategy[list[Act]]:
    """Return one act alone."""
    return one.map(lambda drawn: [drawn])


ticks = st.fixed_dictionaries(
    {
        "what": st.just("tick"),
        "step": st.sampled_from(("meet-names", "mail-send")),
        "round": st.integers(0, 1),
        "on": st.booleans(),
        "written": days,
    }
)
writing = st.lists(act("tick", ticks, interviews), min_size=1, max_size=4)
paces = of_browser("pace", st.sampled_from((0, 1, 2, None)))
resting: st.SearchStrategy[list[Act]] = st.just([["", "rest"]])
opening: list[Act] = [[tab, "open"] for tab in TABS]
living = mixed(
    (8, writing),
    (2, resting),
    (1, once(of_browser("flush"))),
    (1, once(act("open"))),
    (1, once(act("sleep"))),
    (1, once(act("wake"))),
    (1, once(act("switchTo", interviews))),
    (2, once(act("erase", interviews, days))),
    (1, once(act("bringBack", interviews, days))),
    (1, once(act("handOut", st.just("mine")))),
    (2, once(act("merge", bundles, st.lists(interviews, unique=True, max_size=2), days))),
    (2, once(act("compact", interviews, st.sampled_from(("mine", "none"))))),
)
crashing = in_a_row(
    once(of_browser("crash", st.sampled_from((0, 0.5, 1)))),
    st.just(opening),
    st.one_of(resting, living),
)
slowly = in_a_row(
    once(of_browser("pace", st.integers(0, 2))),
    living,
    living,
    st.one_of(crashing, living),
    st.just([["", "pace", None]]),
)
changing_all = mixed(
    (1, once(act("replace", bundles))),
    (2, once(act("undo"))),
    (1, once(act("eraseAll"))),
    (1, once(act("setMemory", st.just(value=True)))),
)
saving_again = once(act("setMemory", st.just(value=False)))
cut = in_a_row(
    once(of_browser("pace", st.integers(0, 3))),
    changing_all,
    crashing,
    st.just([["", "pace", None]]),
    saving_again,
)
failing = in_a_row(
    st.sampled_from([[["", "set", fault]] for fault in FAULTS.values()]),
    st.one_of(living, changing_all),
    st.sampled_from(([["", "pass"]], [])),
    living,
    st.just([["", "set", HEALTHY]]),
    resting,
    saving_again,
)
in_memory = in_a_row(
    once(act("setMemory", st.just(value=True))),
    living,
    saving_again,
)
"""Nobody does two things in two tabs within the milliseconds that a change of everything takes."""

acts = st.lists(
    mixed(
        (14, living),
        (3, crashing),
        (2, slowly),
        (2, cut),
        (2, failing),
        (1, in_a_row(changing_all, saving_again)),
        (1, in_memory),
        (1, once(of_browser("clear"))),
        (1, once(of_browser("clearDatabase"))),
        (1, once(of_browser("clearIn", tabs))),
    ),
    min_size=4,
    max_size=20,
).map(lambda parts: [one for part in parts for one in part])
whole_days = in_a_row(writing, acts, writing)
NEWER: Act = ["", "putSealed", "r.7.newer.1", record_of(FIRST, format=99)]
BEGINNINGS: list[list[Act]] = [[], [], [], [["", "noMirror"]]]
ENDS: list[list[Act]] = [[], [], [["", "set", HEALTHY], NEWER]]
CHANGING_ALL = {"replace", "undo", "eraseAll", "setMemory"}
ADDING = {"tick", "erase", "bringBack", "merge"}


@dataclass
class Promises:
    """What the page said, and what follows from it.

    Attributes:
        records: every record that was ever seen, by key.
        in_mirror: keys that were called durable.
        on_disk: keys that local storage has written to disk, of which nobody is told.
        gone: keys of what was erased or replaced for good; only the reader can bring it back.
        erasing: keys that go for good once this tombstone is durable.
        unsure: interviews that may be deleted, and the number of the act that did it.
        unfinished: acts that take long: whether they bring something back, and the keys that their
            tab saw then.
    """

    has_mirror: bool
    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    in_mirror: set[str] = field(default_factory=set)
    on_disk: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    erasing: dict[str, set[str]] = field(default_factory=dict)
    unsure: dict[str, int] = field(default_factory=dict)
    unfinished: dict[int, tuple[bool, set[str]]] = field(default_factory=dict)
    bundles: dict[str, dict[str, str]] = field(default_factory=lambda: {"foreign": FOREIGN})
    numbers: dict[str, int] = field(default_factory=dict)
    last_change_of_all: int = -1
    is_compacted: bool = False

    def acknowledged(self) -> set[str]:
        """Return the keys of all records that must be there now."""
        unsure = self.unsure.keys() | deleted(self.records)
        return {
            key
            for key in (self.in_mirror | self.on_disk) - self.gone
            if self.records[key]["what"] == "deleted"
            or self.records[key]["interview"] not in unsure
        }

    def follow(self, number: int, act: Act, given: Given) -> None:
        """Take note of what an act did at once, and then of what was heard."""
        tab, name, *its = act
        self.is_compacted |= name == "compact"
        if tab and name in ADDING:
            self._add(number, self._parse((given.gave or {}).get("added", {})))
        match name:
            case "erase" if given.gave:
                self._erase(number, its[0], given.gave["added"])
            case "handOut":
                self.bundles[its[0]] = given.gave or {}
            case "flush":
                self._flush(given.gave)
            case "clear" | "clearIn" | "clearDatabase" | "crash":
                self._lose(name)
        for kind, *news in given.news:
            if kind == "begun" and name in CHANGING_ALL:
                self._begin(number, name, its, set(*news))
            elif kind == "durable":
                self._hear_durable(*news)
            elif kind == "done":
                self._hear_done(*news)

    def _add(self, number: int, added: dict[str, dict[str, Any]]) -> None:
        self.records.update(added)
        self.numbers.update(dict.fromkeys(added, number))
        self._allow(added)
        for record in added.values():
            # The reader brings the interview back, and with it whatever a store still has of it.
            if record["what"] == "deleted" and not record["on"]:
                self._allow(self._keys_of(record["interview"]))

    def _erase(self, number: int, interview: str, tombstones: Iterable[str]) -> None:
        """Its records may go from now on, and are gone once a tombstone is durable."""
        keys = self._keys_of(interview)
        self._doubt(keys)
        for tombstone in tombstones:
            self.unsure[interview] = number
            self.erasing[tombstone] = keys

    def _flush(self, names: Iterable[str]) -> None:
        keys = {name.removeprefix("r.") for name in names}
        self.on_disk = {key for key in keys if self.numbers.get(key, -1) > self.last_change_of_all}

    def _lose(self, name: str) -> None:
        """Nobody can keep what was in one store alone when that one is taken away."""
        if name in {"clear", "clearIn"}:
            self.on_disk.clear()
        elif name == "clearDatabase":
            self.in_mirror.clear()
            self.gone.clear()
        else:
            self.unfinished.clear()
            # Without a mirror nothing is certain before local storage has written it.
            if not self.has_mirror:
                self.gone.clear()

    def _begin(self, number: int, name: str, its: list[Any], known: set[str]) -> None:
        """Until it is finished, what is there and what comes can both be there or not."""
        is_return = name == "undo" or its == [False]
        self.unfinished[number] = is_return, known
        self._doubt(set(self.records))
        self.last_change_of_all = number
        if name == "replace":
            coming = self._parse(self.bundles.get(its[0], {}))
            self.records.update(coming)
            self._allow(coming)
        elif is_return:
            self._allow(set(self.records))

    def _hear_done(self, number: int, is_done: bool, there: dict[str, str]) -> None:  # noqa: FBT001 # as it was sent
        if number not in self.unfinished:
            return
        is_return, known = self.unfinished.pop(number)
        if not is_done:
            return
        now = self._parse(there)
        self._doubt(set(self.records))
        self.erasing.clear()
        self.unsure = dict.fromkeys(deleted(now), number)
        if is_return:
            self._allow(now)
        else:
            self.gone |= known - now.keys()

    def _hear_durable(self, texts: dict[str, str]) -> None:
        now = self._parse(texts)
        for key, record in now.items():
            if record["what"] == "deleted" and record["on"]:
                erased = self.erasing.pop(key, set())
                self.gone |= erased
                # Some were called durable a moment before, though they were erased by then.
                self._doubt(erased)
            elif record["what"] == "deleted":
                interview = record["interview"]
                if self.unsure.get(interview, -1) < self.numbers.get(key, -1):
                    self.unsure.pop(interview, None)
        self.records.update(now)
        self.in_mirror |= now.keys()

    def _keys_of(self, interview: str) -> set[str]:
        return {
            key
            for key, record in self.records.items()
            if record["interview"] == interview and record["what"] != "deleted"
        }

    def _doubt(self, keys: Iterable[str]) -> None:
        self.in_mirror.difference_update(keys)
        self.on_disk.difference_update(keys)

    def _allow(self, keys: Iterable[str]) -> None:
        self.gone.difference_update(keys)
        for erasing in self.erasing.values():
            erasing.difference_update(keys)

    @staticmethod
    def _parse(texts: dict[str, str]) -> dict[str, dict[str, Any]]:
        return {key: json.loads(text) for key, text in texts.items()}


def order(key: str) -> tuple[int, str, int]:
    """Return what orders records."""
    clock, tab, count = key.split(".")
    return int(clock), tab, int(count)


def deleted(records: dict[str, dict[str, Any]]) -> set[str]:
    """Return the interviews that these records call deleted."""
    marks = {
        records[key]["interview"]: records[key]["on"]
        for key in sorted(records, key=order)
        if records[key]["what"] == "deleted"
    }
    return {interview for interview, on in marks.items() if on}


def about(record: dict[str, Any]) -> tuple[Any, ...]:
    """Return what a record is about: of records about one thing the latest counts."""
    return tuple(record.get(name) for name in ("interview", "what", "step", "round"))


def is_same_tab(one: str, other: str) -> bool:
    """Return whether one tab wrote both records."""
    return one.split(".")[1] == other.split(".")[1]


def check(promises: Promises, there: dict[str, str], raw: dict[str, str]) -> None:
    """Check that what was acknowledged is there, and what is gone is nowhere."""
    found = {key: json.loads(text) for key, text in there.items()}
    for key in sorted(promises.acknowledged()):
        record = promises.records[key]
        may_go = promises.is_compacted or record["what"] == "deleted"
        is_outdone = may_go and any(
            order(other) > order(key) and about(found[other]) == about(record) for other in found
        )
        # What was written before the mirror had been read may have got a later clock.
        is_later = any(
            found[other] == record and is_same_tab(other, key) and order(other) > order(key)
            for other in found
        )
        assert found.get(key) == record or is_outdone or is_later, f"{key} is lost"
    for key in promises.gone:
        assert key not in found, f"{key} came back"
        assert not any(name == f"r.{key}" or f'"{key}"' in text for name, text in raw.items())


@pytest.fixture(name="ask", scope="module")
def _ask() -> Iterator[Callable[[object], Any]]:
    """The journal in Node, one process for all examples."""
    with running("act_in_javascript.mjs") as ask:
        yield ask


LAST: list[Act] = [
    ["", "set", HEALTHY],
    ["", "pace", None],
    ["", "rest"],
    ["z", "open"],
    ["z", "setMemory", False],
    ["z", "records"],
    ["", "kept"],
    ["", "database"],
    ["", "crash", 0],
    ["y", "open"],
    ["y", "setMemory", False],
    ["y", "records"],
    ["", "kept"],
    ["", "database"],
]


def live(ask: Callable[[object], Any], day: list[Act]) -> None:
    """Live through a day, look at what is there, pull the plug, and look again."""
    promises = Promises(has_mirror=["", "noMirror"] not in day)
    given = [Given(**one) for one in ask([*day, *LAST])]
    for number, (act, one) in enumerate(zip(day, given, strict=False)):
        promises.follow(number, act, one)
    for number, one in enumerate(given[len(day) : -11], start=len(day)):
        promises.follow(number, LAST[number - len(day)], one)
    before, kept, database = (one.gave for one in given[-9:-6])
    check(promises, before, {**kept, **database})
    after, kept, database = (one.gave for one in given[-3:])
    if not promises.has_mirror:
        promises.gone.clear()
    check(promises, after, {**kept, **database})
    event(f"acknowledged: {min(len(promises.acknowledged()), 5)}")
    event(f"gone: {min(len(promises.gone), 5)}")


@given(whole_days, st.sampled_from(BEGINNINGS), st.sampled_from(ENDS))
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=EXAMPLES < 2_000,
    suppress_health_check=list(HealthCheck),
    report_multiple_bugs=False,
)
def test_what_was_acknowledged_is_there_and_what_was_erased_is_not(
    ask: Callable[[object], Any], day: list[Act], beginning: list[Act], end: list[Act]
) -> None:
    """After any day with three tabs, crashes, full and broken stores, imports and a newer program."""
    live(ask, [*beginning, *opening, *day, *end])
