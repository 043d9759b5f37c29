"""Questions that take the program through its paces, generated from the guide.

The packer runs the program with them to see which library files it needs, and refuses a runtime
that answers one differently from CPython. A new kind of record, panel or refusal belongs in here.
"""

import itertools
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from followup import words
from followup.copies.backup import write_backup
from followup.copies.link_words import WORDS
from followup.copies.links import write_link, write_short
from followup.copies.portable import portable
from followup.guide.contents import Guide
from followup.json_text import LARGEST
from followup.records.record import USUAL_FORMAT
from followup.view.panels import PANELS
from followup_site.runtime import acts, exercise_files, exercise_links

INTERVIEW = acts.INTERVIEW
OTHER_INTERVIEW = "interview2"
WRITTEN = "2026-11-24"
OFFSETS = [["2026-11-20", 0], ["2027-03-28", 60], ["2027-10-31", 0]]

TODAYS = ("2026-11-20", "2026-11-24", "2026-12-01", "2026-12-10", "2027-01-05", "2027-06-30")
"""Before the interview, on its day, when the plan is due, when it is late, after it, too late."""
OUTSIDE = ("1970-01-01", "9999-12-31")
"""Days that no clock gives which is right."""

DATES = (
    ("24", "November", "2026"),
    ("24th", "nov.", "2026"),
    ("08", "12", "2026"),
    ("29", "February", "2028"),
    ("28", "11", "2026"),
    ("", "", ""),
    ("24", "", "2026"),
    ("24", "11", ""),
    ("31", "November", "2026"),
    ("29", "February", "2027"),
    ("x", "11", "2026"),
    ("1", "Ju", "2026"),
    ("1", "1", "26"),
    ("1", "1", "1926"),
    ("\u0661", "\u2167", "<b>&\"'"),
    ("Tue, Nov 24th, 2026", "", "", "day"),
    ("3/4/2026", "", "", "month"),
    ("3/4/2026", "", ""),
    ("Monday 24 November 2026", "", ""),
    ("next week", "", "", "day"),
    ("\u0662\u0664.", "\uff11\uff11", "\u200f2026"),
    ("\ud83d\ude00", "\ud83d", "\0"),
)
"""Days as typed: accepted, half typed, refused, hostile, whole in one box, in other digits. The
last one holds a broken character."""

UNREADABLE = (
    "",
    "[]",
    "{",
    '{"format":2}',
    '{"format":1,"what":"new"}',
    '{"format":9,"interview":"interview1","written":"2026-11-24","what":"new"}',
    '{"format":1,"interview":"a","written":"2026-02-30","what":"tick"}',
    "[" * 32 + "]" * 32,
)
"""Records of other formats and kinds, and no records at all."""

PACKED = ("keep.link", "calendar", "office.")
"""How the names of outputs with links in them begin."""

PACKED_WORDS = 0xE6FE3E0A
"""CRC-32 of our words as Pyodide's zlib packs them. Some systems have another make of zlib
(zlib-ng), whose links are other texts that say the same."""

SITE = "https://careers.example/follow-up/"
LINK_CHOICES = {"scope": "all", "names": "yes", "picture": "yes"}

MANY, CONTACTS = 50, 5
"""Interviews of a reader who has looked for work for long, and contacts in each."""

REFUSED = ("", "{", "[]", "{}", '{"records":[],"interview":"a","today":"today"}')
"""Questions of another shape; the program raises an error for each."""


def asks(guide: Guide) -> list[str]:
    """Return the questions: every panel, step, kind of record and refusal, on several days."""
    told = [_ask(guide, records, today) for records, today in _scenes(guide)]
    copies = [*_copies(guide), *_merges(guide)]
    others = [*_links(guide), *_folds(guide), *_calendars(guide), *typical(guide)]
    return [*told, *_many(guide), *copies, *others, *REFUSED]


def typical(guide: Guide) -> list[str]:
    """Return questions like those of most readers: they warm the code in the memory image."""
    both = [acts.answer("interview", DATES[0]), acts.answer("decision", DATES[2])]
    stories = (both[:0], both[:1], both, [*both, *_entries(TODAYS[2])])
    asked = [_ask(guide, story, today) for story in stories for today in TODAYS]
    return [ask for number, one in enumerate(asked) for ask in acts.asked_twice(one, number)]


def comparable(answer: str) -> str:
    """Return what of an answer must be the same here and in Pyodide: all of it, but for links where
    another make of zlib packs them."""
    if not answer.startswith("{") or zlib.crc32(zlib.compress(WORDS, 9, wbits=-15)) == PACKED_WORDS:
        return answer
    fields = json.loads(answer)
    outputs = fields.get("outputs", {}).items()
    same = {name: html for name, html in outputs if not name.startswith(PACKED)}
    return json.dumps(fields | {"outputs": same})


def _scenes(guide: Guide) -> Iterator[tuple[list[dict[str, object]], str]]:
    """Yield lists of events with the day on which they are asked about."""
    interview = acts.answer("interview", DATES[0])
    for today in TODAYS:
        yield [], today
        yield [interview], today
        yield [interview, acts.answer("decision", DATES[2])], today
        yield [interview, *_entries(today)], today
        yield _long_story(guide), today
        yield _moved(), today
        yield [*_moved(), acts.cancelled()], today
    for today in OUTSIDE:
        yield [interview, *_entries(today)], today
    for typed in DATES:
        yield [interview, acts.answer("interview", typed)], TODAYS[2]
        entry = acts.entry("entry1", "spoke", "follow_up", typed, typed)
        yield [interview, entry, acts.answer("decision", typed)], TODAYS[3]
    for today in TODAYS:
        yield _job_search(today), today
    for number, settings in enumerate(_settings()):
        yield [interview, *settings, *_forms()], TODAYS[number % len(TODAYS)]
    for number, event in enumerate(_single_events(guide)):
        yield [interview, event], TODAYS[number % len(TODAYS)]


def _entries(today: str) -> Iterator[dict[str, object]]:
    """Yield a log entry of every kind and purpose, as a reader would type it on that day."""
    year, month, day = today.split("-")
    pairs = [(kind, purpose) for kind in [*words.KINDS, "unknown"] for purpose in words.PURPOSES]
    for number, (kind, purpose) in enumerate(pairs):
        typed = (day, month, year)
        yield acts.entry(f"entry{number}", kind, purpose, typed, DATES[number % 6])


def _moved() -> list[dict[str, object]]:
    """Return a contact, moves of the interview that are refused and one that is not, and a decision
    date that no longer counts."""
    moves = [acts.move(f"moved{to}", DATES[4], DATES[to], DATES[5]) for to in (7, 5, 0, 2)]
    called = acts.entry("entry1", "called", "follow_up", DATES[4], DATES[5])
    return [acts.answer("interview", DATES[0]), acts.answer("decision", DATES[4]), called, *moves]


def _long_story(guide: Guide) -> list[dict[str, object]]:
    """Return everything that a diligent reader does: all steps, three emails, no reply."""
    days = [("1", "12", "2026"), ("11", "12", "2026"), ("21", "12", "2026"), ("31", "12", "2026")]
    contacts = [
        acts.entry(f"sent{number}", "emailed", "follow_up", day, DATES[5])
        for number, day in enumerate(days)
    ]
    ticks = [
        {"what": "tick", "step": step.name, "round": number, "on": True}
        for step in guide.steps()
        for number in range(4)
    ]
    return [acts.answer("interview", DATES[0]), *contacts, *ticks]


def _job_search(today: str) -> list[dict[str, object]]:
    """Return a whole job search: rounds, names of every kind, all outcomes, one archived, one
    deleted, contacts with notes, and everything taken to an adviser.
    """
    names = (
        "Acme & Sons",
        "<b>&\"'",
        "\u0634\u0631\u0643\u0629",
        "\ud83d\ude00",
        "=1+1",
        "W" * 300,
        "Last & Co",
    )
    events: list[dict[str, object]] = [
        acts.choice("adviser-scope", "all", "all"),
        acts.choice("adviser-names", "yes", "all"),
    ]
    before = INTERVIEW
    for number, (name, outcome) in enumerate(zip(names, words.OUTCOMES, strict=True)):
        of = f"search{number}"
        own: list[dict[str, object]] = [
            {"what": "text", "name": "employer", "text": name},
            {"what": "text", "name": "role", "text": name[:5]},
            {"what": "text", "name": "follows", "text": before},
            acts.answer("interview", DATES[number % 5]),
            acts.entry("entry1", "they-emailed", "follow_up", DATES[4], DATES[2]),
            acts.answer("offer-deadline", DATES[2]),
            {"what": "choice", "name": "outcome", "value": outcome},
        ]
        events += [{**event, "interview": of} for event in own]
        before = of if number % 2 else before
    year, month, day = today.split("-")
    texts = {"who": names[4], "note": f"{names[1]}\n{names[4]}"}
    events += [
        acts.choice("archived", "yes", "search1"),
        {"what": "deleted", "on": True, "interview": "search3"},
        {
            **acts.entry("entry2", "called", "thanks", (day, month, year), DATES[5]),
            "texts": texts,
        },
    ]
    return events


def _links(guide: Guide) -> Iterator[str]:
    """Yield questions about links that bring dates, or what careers offices set up."""
    for events, changes in exercise_links.of_dates():
        yield _with(_ask(guide, events, TODAYS[1]), **changes)
    for events, changes in exercise_links.of_offices():
        yield _with(_ask(guide, events, TODAYS[2]), site=SITE, **changes)


def _many(guide: Guide) -> Iterator[str]:
    """Yield questions about many interviews with many contacts, and about their copy."""
    events: list[dict[str, object]] = [acts.text("country", "GB"), acts.text("part", "SCT")]
    for number in range(MANY):
        of = f"many{number}"
        own: list[dict[str, object]] = [
            {"what": "text", "name": "employer", "text": f"Employer {number}"},
            acts.answer("interview", DATES[number % 5]),
            *itertools.islice(_entries(TODAYS[number % len(TODAYS)]), CONTACTS),
        ]
        events += [{**event, "interview": of} for event in own]
    told = _ask(guide, events, TODAYS[2])
    texts = portable(json.loads(told)["records"])
    backup = write_backup(texts, date.fromisoformat(TODAYS[0]))
    yield _with(told, site=SITE)
    yield _with(told, interview="all")
    for question in (told, _ask(guide, [], TODAYS[2])):
        yield _with(question, incoming={"kind": "file", "name": "", "text": backup})


def _settings() -> Iterator[list[dict[str, object]]]:
    """Yield settings of every kind, accepted and refused; the last of them go back and forth."""
    numbers = ("first-wait", "grace", "gap", "messages")
    for text in ("", "1", "0", "61", "x", "<b>&\"'"):
        yield [acts.text(name, text) for name in numbers]
    for country, part in (("GB", ""), ("GB", "SCT"), ("XX", ""), ("YY", ""), ("<b>", "<b>")):
        yield [acts.text("country", country), acts.text("part", part)]
    for weekend in (*words.WEEKEND_CHOICES, "unknown"):
        yield [acts.text("country", "GB"), acts.choice("weekend", weekend, "all")]
    for channel in (*words.FIRST_WAYS, "unknown"):
        yield [
            *(acts.choice(name, channel, "all") for name in words.CHANNEL_QUESTIONS),
            acts.choice("first-channel", channel),
        ]
    for value in ("guide", "own"):
        yield [
            acts.text("gap", "12"),
            acts.choice("thanks", "no", "all"),
            acts.choice("settings", value, "all"),
        ]


def _forms() -> list[dict[str, object]]:
    """Return what the forms for people and for closed days send: accepted, refused, removed; and
    what goes into messages."""
    forms: list[dict[str, object]] = [
        acts.text("promised", "A <certificate>\nby Friday"),
        acts.text("my-name", "Zo\u00eb <b>\u202e"),
        acts.text("message-first-email", "Subject: ?&%\n\n[blank] \U0001f600"),
    ]
    texts = ("Anna", "Head of Sales", "anna@example.org", "“Soon”")
    person = dict(zip(words.PERSON_LABELS, texts, strict=True))
    forms += [acts.form(name, "person", {}, person) for name in ("person1", "person0", "person1")]
    for number, typed in enumerate(DATES):
        dates = {"closed-first": typed, "closed-last": DATES[number % 3]}
        forms.append(acts.form(f"closed{number}", "closed", dates, {"label": "<b>&\"'"}))
    forms += [{"what": "removed", "entry": "closed1", "on": on} for on in (True, False, True)]
    return [*forms, acts.form("person2", "person", {}, {})]


def _single_events(guide: Guide) -> Iterator[dict[str, object]]:
    """Yield events of every kind and value, each to be announced by itself."""
    names = [step.name for step in guide.steps()]
    for name in (names[0], names[-1], "no-such-step"):
        yield {"what": "tick", "step": name, "round": 0, "on": True}
        yield {"what": "aside", "step": name, "on": True}
    for on in (True, False):
        yield {"what": "tick", "step": names[0], "round": 1, "on": on}
        yield {"what": "removed", "entry": "entry1", "on": on}
    for value in ("core", "all", "unknown"):
        yield {"what": "choice", "name": "show", "value": value}
    yield acts.answer("unknown", DATES[0])
    yield acts.choice("adviser-names", "yes", "all")
    for value in ("yes", "no"):
        yield acts.choice("archived", value)
        yield acts.choice("archived", value, OTHER_INTERVIEW)
        yield {"what": "deleted", "on": value == "yes", "interview": OTHER_INTERVIEW}
    yield from (
        acts.text("gap", "x"),
        acts.text("country", "GB"),
        acts.text("promised", "A copy"),
    )
    yield from _forms()
    yield from acts.exports()
    for kind in words.KINDS:
        yield acts.entry("entry1", kind, "unknown", ("30", "11", "2026"), DATES[4])


def _copies(guide: Guide) -> Iterator[str]:
    """Yield questions about copies: taken, due, and brought in whole, cut, damaged and hostile."""
    story = [acts.answer("interview", DATES[0]), acts.text("gap", "12"), *_forms()]
    pictures = [acts.choice(f"link-{name}", value, "all") for name, value in LINK_CHOICES.items()]
    copied = {"what": "exported", "name": "backup", "day": "", "on": True, "interview": "all"}
    told = _ask(guide, story, TODAYS[-1])
    texts = portable(json.loads(told)["records"])
    link = write_link(SITE, portable(texts, names=False))
    backup = write_backup(texts, date.fromisoformat(TODAYS[0]))
    export = {"followup-records": 1, "records": {f"r.{key}": texts[key] for key in texts}}
    bomb = write_short({"1.a.1": "x" * (LARGEST - 100)})
    brought = [
        *(("link", bomb), ("file", json.dumps(export)), ("file", link), ("file", "[" * 40)),
        *(("link", text) for text in (link, link[:-1], link[:60], f"{link}x", "restore=2.1.")),
        *(("file", text) for text in (backup, backup[:-2], backup.replace("12", "13"), "{}", "[")),
        *(("text", text) for text in (backup, link.partition("#")[2], "<b>", "")),
    ]
    stores = [
        {"durable": True, "undo": "merge"},
        {"memory": True, "undo": "replace"},
        {"refused": True, "quarantined": 1, "newer": True},
        {"refused": True, "durable": True, "undo": "back"},
        {"newer": True, "quarantined": 2},
    ]
    for events in (story, [], [*story, *pictures], [*story, copied], _job_search(TODAYS[0])):
        yield _with(_ask(guide, events, TODAYS[-1]), site=SITE, store=stores[0])
    for store in stores:
        yield _with(told, site=SITE, store=store)
    for kind, text in brought:
        for question in (
            told,
            _ask(guide, story[:1], TODAYS[-1]),
            _ask(guide, [], TODAYS[0]),
        ):
            yield _with(question, incoming={"kind": kind, "name": "<b>", "text": text})
    for problem in ("large", "deep", "not-text", "broke", "<b>"):
        yield _with(told, incoming={"kind": "file", "name": "", "problem": problem})


def _merges(guide: Guide) -> Iterator[str]:
    """Yield questions about copies that change what is here, pose as it, are far ahead, or are more
    than is taken."""
    contact = acts.entry("entry1", "called", "follow_up", DATES[2], DATES[5])
    here = [acts.answer("interview", DATES[0]), contact, *_forms(), acts.text("gap", "12")]
    told = _ask(guide, here, TODAYS[3])
    newer: list[Mapping[str, object]] = [
        acts.answer("interview", DATES[2]),
        acts.answer("decision", DATES[9]),
        {"what": "removed", "entry": "entry1", "on": True},
        acts.choice("outcome", "offer"),
        acts.choice("archived", "yes"),
        acts.choice("settings", "guide", "all"),
        acts.choice("weekend", "fri", "all"),
        {"what": "text", "name": "employer", "text": "Acme"},
    ]
    texts = [_record(event, INTERVIEW) for event in newer]
    many = [_record(acts.answer("interview", DATES[0]), f"i{number}") for number in range(101)]
    copies = (
        {f"{number}.new.1": text for number, text in enumerate(texts, 100)},
        {f"{999_999_999 - number}.new.1": text for number, text in enumerate(texts)},
        {f"{number}.tab.{number}": text for number, text in enumerate(texts, 1)},
        {f"{number}.new.1": text for number, text in enumerate(many)},
    )
    for copy in copies:
        yield _with(told, incoming={"kind": "link", "name": "", "text": write_short(copy)})


def _calendars(guide: Guide) -> Iterator[str]:
    """Yield questions about calendar entries: both forms, with names, put in, moved and gone."""
    names = ("calendar-first-0", "calendar-later-1", "calendar-close-3", "calendar-x")
    put_in = [
        {"what": "exported", "name": name, "day": day, "on": True}
        for name, day in zip(names, ("2026-12-01", "2027-02-01", "", "2027-02-01"), strict=True)
    ]
    off = {"what": "exported", "name": names[0], "day": "", "on": False}
    chosen = [
        acts.choice("calendar-time", "day", "all"),
        acts.choice("calendar-names", "yes", "all"),
    ]
    employer = {"what": "text", "name": "employer", "text": "<b>; Sons, \\ \ud83d\ude00\n" * 9}
    story: list[Mapping[str, object]] = [acts.answer("interview", DATES[0]), employer, *put_in]
    for today in TODAYS:
        for events in (
            story,
            [*story, *chosen],
            [*story, acts.answer("decision", DATES[2]), off],
        ):
            for offsets in ([], [["2026-11-20", 0], ["2027-03-28", 60]]):
                yield _with(_ask(guide, events, today), site=SITE, offsets=offsets)


def _with(question: str, **fields: object) -> str:
    return json.dumps(json.loads(question) | fields)


def _folds(guide: Guide) -> Iterator[str]:
    """Yield questions about what to keep of an interview in a snapshot."""
    texts = _records([*_long_story(guide), *_job_search(TODAYS[0])])
    for interview in (INTERVIEW, "search1", "all", "unknown"):
        yield json.dumps({"records": texts, "fold": interview})
    yield json.dumps({"records": texts, "fold": None})


def _records(events: Sequence[Mapping[str, object]]) -> dict[str, str]:
    texts = (_record(event, INTERVIEW) for event in events)
    return {f"{number}.tab.{number}": text for number, text in enumerate(texts, 1)}


def _ask(guide: Guide, events: Sequence[Mapping[str, object]], today: str) -> str:
    """Return the question that a page with every panel and step would put."""
    texts = [_record(event, INTERVIEW) for event in events]
    # What another interview holds must not show in this one.
    texts += [_record(event, OTHER_INTERVIEW) for event in events[:1]]
    texts += UNREADABLE if len(events) % 2 else ()
    records = {f"{number}.tab.{number}": text for number, text in enumerate(texts, 1)}
    return json.dumps(
        {
            "records": records,
            "interview": INTERVIEW,
            "today": today,
            "panels": [*PANELS, "unknown"],
            "steps": [*(step.name for step in guide.steps()), "no-such-step"],
            "messages": [*guide.templates, "no-such-message"],
            "changed": [f"{len(events)}.tab.{len(events)}"] if events else [],
            "files": exercise_files.FILES,
            "editing": "person1",
            "erased": [OTHER_INTERVIEW, "search3", "<b>"],
            "language": "en-GB",
            "site": SITE,
            "offsets": OFFSETS,
        }
    )


def _record(event: Mapping[str, object], interview: str) -> str:
    return json.dumps({"format": USUAL_FORMAT, "interview": interview, "written": WRITTEN, **event})
