"""The answer: the next thing to do, how, when and why; and the dates after it."""

from functools import lru_cache

from htpy import Element, Node, a, button, div, li, ol, p, span
from markupsafe import Markup, escape

from followup import words
from followup.dates.plan import DatedStep, Part, Plan
from followup.guide.contents import Guide
from followup.view.parts.coverage import coverage_note
from followup.view.parts.markup import View, left_out, prose, time_of
from followup.view.parts.scene import Scene
from followup.words import Sentence

MOST_STEPS = 200
"""Steps that are shown, the last ones: all that are to do, and the latest that are done."""

LOG_ADDRESS = "#log-a-contact"
DECISION_ADDRESS = "#decision-date"
"""On the same page."""


def blank(_guide: Guide) -> Node:
    """Return the panel before an interview date is known."""
    return p(".answer")[prose(words.NO_INTERVIEW)]


def fill(scene: Scene) -> View:
    """Return the answer in a sentence and every dated step."""
    view = View()
    view.show(
        "plan",
        [
            p(".answer")[prose(answer(scene))],
            _moved(scene),
            _late_advice() if scene.plan and scene.plan.state == "too_late" else None,
            _steps(scene.plan) if scene.plan else None,
            p(".notice")[prose(note)] if (note := coverage_note(scene)) else None,
        ],
    )
    return view


def _moved(scene: Scene) -> Node:
    """Return what they moved, and the way to a new decision date where the old one is over."""
    if not (said := moved(scene)):
        return None
    is_dropped = scene.plan is not None and scene.plan.dropped is not None
    return p(".notice.moved")[
        prose(said), is_dropped and [" ", a(href=DECISION_ADDRESS)[words.ENTER_DECISION], "."]
    ]


def moved(scene: Scene) -> Sentence:
    """Return to which day they moved the interview, and which decision date counts no more for
    it; nothing if they did not, or if the plan has ended."""
    plan, day = scene.plan, scene.answers.moves.interview
    if plan is None or plan.state == "ended" or day is None:
        return ()
    said = words.interview_moved(day)
    return (*said, " ", *words.decision_dropped(plan.dropped)) if plan.dropped else said


def _late_advice() -> Node:
    return [p[prose(words.STILL_MAKES_SENSE)], div(".actions")[_close_button()]]


def answer(scene: Scene) -> Sentence:
    """Return the next thing to do, how and when; or what is missing to say so."""
    if scene.plan is None:
        if scene.answers.outcome and not scene.answers.problems:
            return words.outcome_answer(scene.answers.outcome, scene.answers.deadline)
        if "interview" in scene.answers.problems:
            return words.INTERVIEW_REFUSED
        return words.DECISION_REFUSED if scene.answers.problems else words.NO_INTERVIEW
    if scene.plan.state == "too_late":
        return words.answer_too_late(scene.plan.last_day)
    step = scene.plan.current
    if step:
        return _answer(step, scene)
    return words.outcome_answer(scene.answers.outcome or "", scene.answers.deadline)


def _answer(step: DatedStep, scene: Scene) -> Sentence:
    doing = words.action(step.kind, step.channel)
    if step.state == "next":
        return words.answer_next(doing, step.day)
    if step.day == scene.today:
        return words.answer_today(doing, step.day)
    return words.answer_overdue(doing, step.day, step.act_on, scene.today)


def _steps(plan: Plan) -> Node:
    to_do = any(step.state == "tentative" for step in plan.steps)
    shown = plan.steps[-MOST_STEPS:]
    return [
        left_out(len(plan.steps) - len(shown), MOST_STEPS),
        ol(".plan")[(_step(step) for step in shown)],
        to_do and p(".tentative-note")[prose(words.TENTATIVE)],
    ]


@lru_cache(maxsize=500)
def _step(step: DatedStep) -> Markup:
    marks = {
        "data-step": step.kind,
        "data-state": step.state,
        "data-channel": step.channel,
    }
    return escape(
        li(marks, id=f"plan-step-{step.number}")[
            span(".state")[words.STATE_NAMES[step.state]],
            div(".step-answer")[
                p(".when")[time_of(step.day)],
                p(".what")[_what(step)],
                p(".why")[prose(why(step))] if step.governs else None,
                _to_do(step) if step.state in {"due", "next"} else None,
            ],
        ]
    )


def _to_do(step: DatedStep) -> Node:
    """Return what to press when the step is done."""
    if step.kind == "close":
        return p(".to-do")[_close_button()]
    return p(".to-do")[a(href=LOG_ADDRESS)[words.LOG_IT]]


def _close_button() -> Element:
    marks = {"data-choose": "outcome", "data-value": "closed"}
    return button(marks, type="button")[words.CLOSE_APPLICATION]


def _what(step: DatedStep) -> str:
    if step.state == "done":
        return words.contact_made("sent", step.channel)
    doing = words.action(step.kind, step.channel)
    return doing[0].upper() + doing[1:]


def why(step: DatedStep) -> Sentence:
    """Return why the step has its date, in one sentence, from the values that gave it."""
    if step.governs is None:
        return ()
    reason = _because(step.governs)
    if step.governs.cause == "first_wait":
        grace = [part for part in step.parts if part.cause == "grace"]
        reason += tuple(word for part in grace for word in words.later_than(_because(part)))
    if step.moved_from:
        reason += words.moved_from(step.moved_from, step.reasons)
    sentence = words.because(reason)
    if step.governs.cause == "pinned":
        sentence += _pin_notes(step)
    return sentence


def _because(part: Part) -> Sentence:
    match part.cause:
        case "first_wait":
            return words.because_first_wait(part.days, part.since)
        case "grace":
            return words.because_grace(part.days, part.since)
        case "gap":
            return words.because_gap(part.days, part.since)
        case "pinned":
            return words.because_pinned()


def _pin_notes(step: DatedStep) -> Sentence:
    notes: Sentence = ()
    if step.reasons:
        notes += words.pinned_on_closed(step.reasons)
    if step.rule_day and step.day < step.rule_day:
        notes += words.pinned_early(step.rule_day)
    return notes
