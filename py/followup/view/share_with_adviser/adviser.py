"""Take it to an adviser: plan and log as text to copy, as a table to download, and on paper."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from htpy import Element, Node, button, div, fieldset, legend, p, pre

from followup import words
from followup.copies.adviser import Line, Report, as_csv, as_text
from followup.dates.plan import DatedStep
from followup.guide.contents import Guide
from followup.records.interviews import Interview, own_name, tell_apart
from followup.records.record import ALL
from followup.view.every_page import progress
from followup.view.parts import radios
from followup.view.parts.markup import View, exact, lead_on, prose
from followup.view.parts.names import interview_name, name_without_day
from followup.view.parts.reasons import why
from followup.view.parts.scene import MOST_INTERVIEWS, Scene
from followup.view.when_to_follow_up.log import what_happened
from followup.view.when_to_follow_up.plan import answer, moved
from followup.words import Sentence

CHOICES = {
    "adviser-scope": (words.ADVISER_SCOPE, words.ADVISER_SCOPES),
    "adviser-names": (words.ADVISER_NAMES, words.ADVISER_NAMES_CHOICES),
}
DEFAULTS = {"adviser-scope": "one", "adviser-names": "no"}
"""What is shared is the least, unless the reader asks for more."""

TEXT, TABLE = "adviser-text", "adviser-csv"
FILE_NAME = "follow-up.csv"
LEAD_ON = "adviser-lead-on"
QUESTIONS_ADDRESS = "../dates/#your-interview"
"""From the other pages of the plan."""


def blank(_guide: Guide) -> Node:
    """Return the choices, the buttons, and the places of text and table."""
    return [
        div({"data-output": LEAD_ON}),
        div(".adviser-choices")[(_choice(name) for name in CHOICES)],
        div(".actions")[
            button({"data-copy": TEXT}, type="button")[words.COPY_TEXT],
            button({"data-share": TEXT, "data-title": words.ADVISER_TITLE}, type="button")[
                words.SHARE
            ],
            button(
                {"data-download": TABLE, "data-name": FILE_NAME, "data-type": "text/csv"},
                type="button",
            )[words.DOWNLOAD_CSV],
            button({"data-print": True}, type="button")[words.PRINT],
        ],
        pre(".adviser-text", {"data-output": TEXT}, id=TEXT, dir="auto"),
        pre({"data-output": TABLE}, id=TABLE, hidden=True),
    ]


def _choice(name: str) -> Element:
    title, options = CHOICES[name]
    return fieldset(".choice", {"data-of": ALL})[
        legend[title],
        radios.blank(name, options, DEFAULTS[name]),
    ]


def fill(scene: Scene) -> View:
    """Return the choices as made, the text and the table."""
    view = View()
    chosen = {name: scene.state.choice(name, DEFAULTS[name]) for name in CHOICES}
    for name, (_, options) in CHOICES.items():
        view.add(radios.fill(name, options, chosen[name]))
    names = chosen["adviser-names"] == "yes"
    every = chosen["adviser-scope"] == "all"
    view.show(LEAD_ON, None if every or _is_begun(scene) else _lead_on())
    reports = _reports(scene, names=names) if every else [report(scene, names=names)]
    view.show(TEXT, as_text(reports, scene.today))
    view.show(TABLE, exact(as_csv(reports, names=names)))
    return view


def _is_begun(scene: Scene) -> bool:
    """Return whether there is anything of an interview to show."""
    answers = scene.answers
    return bool(answers.interview or answers.outcome or answers.problems or answers.log)


def _lead_on() -> Node:
    return [lead_on(words.FIRST_THING, QUESTIONS_ADDRESS), p[prose(words.ADVISER_NEEDS_DATE)]]


def _reports(scene: Scene, *, names: bool) -> list[Report]:
    """Return a report of every interview; of one that cannot be shown it says so."""
    made = scene.each("adviser", lambda one: report(one, names=names), None)
    reports = [found or _unknown(one, scene, names=names) for one, found in made]
    return reports if names else list(_numbered(reports))


def _numbered(reports: Sequence[Report]) -> Iterator[Report]:
    """Yield the reports with the names that are equal, as nothing but a day is told, numbered."""
    added = tell_apart({str(one.number): one.name for one in reports}, lambda _: None)
    for one in reports:
        yield replace(one, name=(*one.name, *added.get(str(one.number), ())))


def _unknown(interview: Interview, scene: Scene, *, names: bool) -> Report:
    """Return the report of an interview of which nothing is worked out."""
    known = interview if names else replace(interview, employer="", role="")
    is_left_out = interview.id in scene.left_out
    return Report(
        number=interview.number,
        name=name_without_day(interview, scene) if names else own_name(known, None),
        round=interview.round,
        answer=(
            words.interview_left_out(MOST_INTERVIEWS) if is_left_out else words.INTERVIEW_NOT_SHOWN
        ),
        employer=known.employer,
        role=known.role,
    )


def report(scene: Scene, *, names: bool) -> Report:
    """Return what is known about an interview, with or without names and notes."""
    plan = scene.plan
    steps = plan.steps if plan else ()
    own = {one.label for one in scene.answers.ranges()}
    return Report(
        number=scene.interview.number,
        name=interview_name(scene) if names else _nameless(scene),
        round=scene.interview.round,
        answer=answer(scene),
        advice=tuple(_advice(scene)),
        known=tuple(_known(scene)),
        to_do=tuple(
            _step(step if names else without_labels(step, own), scene.today)
            for step in steps
            if step.state != "done"
        ),
        happened=tuple(_log(scene, names=names)),
        progress=progress.sentence(scene),
        employer=scene.interview.employer if names else "",
        role=scene.interview.role if names else "",
        notes=tuple(_notes(scene)) if names else (),
    )


def _nameless(scene: Scene) -> Sentence:
    nameless = replace(scene.interview, employer="", role="")
    return own_name(nameless, scene.answers.interview)


def _advice(scene: Scene) -> list[Sentence]:
    states = [step.state for step in scene.plan.steps] if scene.plan else []
    advice = [said] if (said := moved(scene)) else []
    if scene.plan and scene.plan.state == "too_late":
        advice.append(words.STILL_MAKES_SENSE)
    if "tentative" in states:
        advice.append(words.TENTATIVE)
    if scene.plan and scene.settings.moves_dates:
        advice.append(words.OWN_SETTINGS)
    return advice


def _known(scene: Scene) -> list[Line]:
    answers = scene.answers
    before = answers.answered_interview if answers.moves.days else None
    days: list[tuple[str, date | None, date | None]] = [
        (words.QUESTIONS["interview"][0], answers.interview, before),
        (words.QUESTIONS["decision"][0], answers.current_decision, None),
        (words.QUESTIONS["offer-deadline"][0], answers.deadline, None),
    ]
    return [Line(day, (name,), moved_from=moved_from) for name, day, moved_from in days if day]


def without_labels(step: DatedStep, own: set[str]) -> DatedStep:
    """Return the step without what the reader calls closed days: it may be a name."""
    reasons = (words.CLOSED_DAYS if one in own else one for one in step.reasons)
    return replace(step, reasons=tuple(reasons))


def _step(step: DatedStep, today: date) -> Line:
    what: Sentence = (words.capital_first(words.action(step.kind, step.channel)),)
    if step.act_on != step.day:
        what += words.do_it(step.act_on, today)
    else:
        what += (".",)
    return Line(
        day=step.day,
        what=what,
        state=words.STATE_NAMES[step.state],
        why=why(step),
        moved_from=step.moved_from,
    )


def _log(scene: Scene, *, names: bool) -> list[Line]:
    """Return the entries of the log that count, and the outcome, by day."""
    answers, done = scene.answers, words.STATE_NAMES["done"]
    lines = [
        Line(
            day=entry.contacts[0].day,
            what=what_happened(entry),
            state=done,
            who=_on_one_line(entry.who) if names else "",
            note=_on_one_line(entry.note) if names else "",
        )
        for entry in answers.log
        if entry.contacts and not entry.removed
    ]
    if answers.outcome and answers.heard:
        lines.append(Line(answers.heard, words.outcome_answer(answers.outcome, None), done))
    return sorted(lines, key=lambda line: line.day)


def _notes(scene: Scene) -> list[tuple[str, str]]:
    people = [one for one in scene.answers.people if not one.removed]
    notes = [
        (words.PERSON, ", ".join(filter(None, (one.name, one.title, one.said)))) for one in people
    ]
    notes.append((words.PROMISED, scene.state.text(scene.interview_id, "promised")))
    return [(title, _on_one_line(text)) for title, text in notes if text.strip()]


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
