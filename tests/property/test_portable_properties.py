"""The portable state, links and backups: for any records, nothing of what matters is lost."""

import json
from collections.abc import Mapping
from datetime import date

import pytest
from honest_records import (
    COUNTED,
    DELETED,
    EVENTS,
    HONEST,
    NAME,
    PLACES,
    T,
    records,
    said,
)
from hypothesis import example, given
from hypothesis import strategies as st

from followup.copies.backup import read_backup, write_backup
from followup.copies.comparison import arriving, compare
from followup.copies.incoming import read_incoming
from followup.copies.links import read_link, write_short
from followup.copies.merging import merge
from followup.copies.portable import canonical, kept_keys, portable, state_of, unite
from followup.errors import BackupError, CopyError, LinkError
from followup.records.record import ALL
from followup.records.state import FactName, State

ODD_TEXTS = st.one_of(
    st.text(),
    st.sampled_from(
        ("", "[]", "{", "[" * 40, "\ud800", '{"a":NaN}', '{"a":1,"a":2}', '{"a":1e999}')
    ),
    st.dictionaries(
        st.sampled_from(("format", "what", "interview", "written", "on", "é")),
        st.one_of(
            st.integers(),
            st.text(),
            st.booleans(),
            st.none(),
            st.just("tick"),
            st.just("one"),
            st.just("2026-11-24"),
        ),
    ).map(json.dumps),
    EVENTS.map(
        lambda event: json.dumps(
            {
                "format": 2,
                "interview": "one",
                "written": "2026-11-24",
                "more": [1.5, "\ud800é"],
                **event,
            },
            ensure_ascii=False,
        )
    ),
    EVENTS.map(
        lambda event: json.dumps(
            {"format": 4, "interview": "one", "written": "2026-11-24", **event}, indent=1
        )
    ),
)
ODD_KEYS = st.one_of(
    st.text(), COUNTED, COUNTED.map(lambda key: f"0{key}"), st.just("9999999999.a.1")
)
ANY = st.one_of(
    records(
        st.one_of(EVENTS, EVENTS, DELETED), st.one_of(COUNTED, COUNTED.map(lambda key: f"0{key}"))
    ),
    st.dictionaries(ODD_KEYS, ODD_TEXTS, max_size=8),
    st.builds(
        lambda one, other: one | other, HONEST, st.dictionaries(ODD_KEYS, ODD_TEXTS, max_size=3)
    ),
)


def living(state: State) -> State:
    """Return the state without the interviews that are deleted in it."""
    alive = {*state.interviews(), ALL}

    def of_the_living(found: Mapping[str, T]) -> dict[str, T]:
        return {one: found[one] for one in found if one in alive}

    return State(
        of_the_living(state.facts), of_the_living(state.entered), of_the_living(state.since)
    )


@given(ANY)
def test_the_records_that_matter_fold_to_the_same_state(texts: dict[str, str]) -> None:
    """Every field of it, for every interview that is not deleted, and nothing of those that are."""
    assert state_of(portable(texts)) == living(state_of(texts))


@given(ANY)
def test_what_is_portable_stays_so(texts: dict[str, str]) -> None:
    """Taking it twice changes nothing, not even the order."""
    once = portable(texts)

    assert list(portable(once).items()) == list(once.items())
    assert once.items() <= texts.items()


@given(ANY, st.sampled_from(PLACES))
def test_a_snapshot_loses_nothing(texts: dict[str, str], interview: str) -> None:
    """Deletions and what cannot be read are kept; what goes says nothing that is not said."""
    kept = kept_keys(texts, interview)
    others = {key for key, text in texts.items() if f'"interview": "{interview}"' not in text}
    left = {key: text for key, text in texts.items() if key in {*kept, *others}}

    assert state_of(left) == state_of(texts)
    assert kept_keys(left, interview) == kept


@given(ANY, ANY, ANY)
def test_a_union_does_not_mind_order_or_repetition(
    one: dict[str, str], two: dict[str, str], three: dict[str, str]
) -> None:
    """Commutative, associative, idempotent, for any texts."""
    assert unite(one, two) == unite(two, one)
    assert unite(unite(one, two), three) == unite(one, unite(two, three))
    assert unite(one, one) == one


@given(HONEST, st.sets(COUNTED), st.sets(COUNTED), st.booleans())
def test_merging_what_matters_is_merging_all(
    texts: dict[str, str],
    here: set[str],
    there: set[str],
    names: bool,  # noqa: FBT001
) -> None:
    """Two devices that know parts of one story, one of them perhaps without names."""
    one = {key: text for key, text in texts.items() if key not in here}
    two = portable({key: text for key, text in texts.items() if key not in there}, names=names)

    assert portable(unite(one, two)) == portable(unite(portable(one), portable(two)))


@given(HONEST, st.sampled_from((None, {"one"}, set[str]())))
def test_without_names_there_are_none(texts: dict[str, str], interviews: set[str] | None) -> None:
    """Nor do they go from here when such a copy is taken in."""
    nameless = portable(texts, interviews=interviews, names=False)

    assert NAME not in canonical(nameless)
    assert state_of(nameless).facts.keys() <= {*(interviews or PLACES), ALL}
    assert portable(unite(texts, nameless)) == portable(texts)
    ticks = [
        [
            fact
            for fact in state_of(each).facts.get("one", {}).values()
            if fact.event.__class__.__name__ in {"Ticked", "Answered", "Chosen"}
        ]
        for each in (texts, nameless)
    ]
    assert interviews == set() or sorted(map(repr, ticks[0])) == sorted(map(repr, ticks[1]))


@given(ANY)
def test_a_link_gives_back_what_was_put_in(texts: dict[str, str]) -> None:
    """Whatever it is, unknown kinds and fields among it."""
    short = write_short(texts)

    assert canonical(read_link(short)) == canonical(texts)
    assert canonical(read_link(f"See <https://example.org/plan/restore/#{short}>.")) == canonical(
        texts
    )


@given(HONEST, st.data())
def test_a_link_that_was_touched_is_refused_or_says_the_same(
    texts: dict[str, str], data: st.DataObject
) -> None:
    """Any place, any character in place of the one that was there."""
    link = f"https://example.org/plan/restore/#{write_short(texts)}"
    place = data.draw(st.integers(0, len(link) - 1))
    letter = data.draw(st.one_of(st.characters(), st.sampled_from("A-_.0123456789# \n")))
    try:
        found = read_link(link[:place] + letter + link[place + 1 :])
    except LinkError as error:
        assert error.reason in {"incomplete", "damaged", "newer"}  # noqa: PT017
    else:
        assert canonical(found) == canonical(texts)
    with pytest.raises(LinkError) as cut:
        read_link(link[:place])
    assert cut.value.reason == "incomplete"


TEXTS_BROUGHT = st.one_of(
    st.text(),
    st.text().map("restore=1.{}".format),
    st.from_regex(r"restore=1\.\d{1,3}\.[0-9a-f]{8}\.[A-Za-z0-9_-]{0,40}", fullmatch=True),
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.just("made")),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(
                st.sampled_from(
                    (
                        "followup-backup",
                        "followup-records",
                        "interviews",
                        "records",
                        "unreadable",
                        "made",
                        "one",
                        "1.a.1",
                        "r.1.a.1",
                        "s.one.1",
                        "__proto__",
                    )
                ),
                inner,
                max_size=5,
            ),
        ),
        max_leaves=20,
    ).map(json.dumps),
)


@given(st.sampled_from(("link", "text", "file", "?")), TEXTS_BROUGHT)
@example(
    "file", '{"followup-backup":1,"interviews":{"one":{"1.a.1":{}}},"unreadable":{"1.a.1":"x"}}'
)
@example("file", '{"followup-records":1,"records":{"s.one.1":"{}","s.one.2":"x","x":"{}"}}')
def test_whatever_is_brought_in_is_refused_or_read(way: str, text: str) -> None:
    """With no other error than that of a copy; and what was read can be compared."""
    try:
        incoming = read_incoming(way, text)
    except CopyError as error:
        assert error.reason in {"incomplete", "damaged", "newer", "large", "deep", "other"}  # noqa: PT017
    else:
        assert compare({}, incoming).total.missing == 0


@given(st.text())
def test_any_text_is_no_link(text: str) -> None:
    """Nothing but a link error comes of it."""
    with pytest.raises(LinkError):
        read_link(text)


@given(ANY)
def test_a_backup_gives_back_what_was_put_in(texts: dict[str, str]) -> None:
    """Whatever it is; it says from when it is, and whether it was changed."""
    made = date(2026, 11, 24)
    file = write_backup(texts, made)
    found = read_backup(file)

    file.encode()
    assert canonical(found.records) == canonical(texts)
    assert (found.skipped, found.made, found.is_changed) == (0, made, False)
    assert len(file.splitlines()) >= len(texts)


@given(HONEST, st.data())
def test_a_backup_that_was_touched_is_refused_or_says_so(
    texts: dict[str, str], data: st.DataObject
) -> None:
    """Unless it says the same as before."""
    file = write_backup(texts, date(2026, 11, 24))
    place = data.draw(st.integers(0, len(file) - 1))
    letter = data.draw(st.one_of(st.characters(), st.sampled_from('"{}[],:0123456789')))
    try:
        found = read_backup(file[:place] + letter + file[place + 1 :])
    except BackupError:
        return
    assert found.is_changed or canonical(found.records) == canonical(texts)


@given(
    records(st.one_of(EVENTS, EVENTS, DELETED)), st.sets(COUNTED), st.sets(COUNTED), st.booleans()
)
def test_merging_does_what_the_comparison_says(
    texts: dict[str, str],
    lost: set[str],
    unknown: set[str],
    names: bool,  # noqa: FBT001
) -> None:
    """Where it brings nothing, the state stays as it is; and twice is as good as once."""
    here = {key: text for key, text in texts.items() if key not in lost}
    there = {key: text for key, text in texts.items() if key not in unknown}
    incoming = read_incoming("link", write_short(portable(there, names=names)))
    found = compare(here, incoming)
    merged = merge(here, arriving(incoming)).texts

    assert compare(merged, incoming).brings_nothing
    if found.brings_nothing and not found.deleted:
        assert missed(living(state_of(merged))) == missed(living(state_of(here)))


@given(ANY, ANY)
def test_anything_can_be_compared(here: dict[str, str], there: dict[str, str]) -> None:
    """Forged records as well, under keys of records that are here."""
    found = compare(here, read_incoming("text", write_short(there)))

    assert found.total.held >= found.total.gained


def missed(state: State) -> dict[str, dict[FactName, str]]:
    """Return what a reader would miss: not how things are shown, nor when they were copied."""
    of_itself = {("choice", "show"), ("exported", "backup")}
    return {
        of: {name: text for name, text in facts.items() if name not in of_itself}
        for of, facts in said(state).items()
    }
