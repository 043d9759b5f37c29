"""The answer: the next thing to do, how, when and why; and the dates after it."""

from functools import lru_cache

from htpy import Element, Node, a, button, details, div, li, ol, p, span, summary
from markupsafe import Markup, escape

from followup import words
from followup.dates.plan import DatedStep, Plan
from followup.guide.contents import Guide
from followup.view.parts.coverage import coverage_note
from followup.view.parts.markup import View, left_out, prose, time_of
from followup.view.parts.reasons import why
from followup.view.parts.scene import Scene
from followup.view.when_to_follow_up import next_card
from followup.words import Sentence

TOOLS = "../"
"""Where the pages of the plan stand, seen from one of them."""

MOST_STEPS = 200
"""Steps that are shown, the last ones: all that are to do, and the latest that are done."""

LOG_ADDRESS = "#log-a-contact"
DECISION_ADDRESS = "#decision-date"
"""On the same page."""


def blank(_guide: Guide) -> Node:
    """Return the panel before an interview date is known."""
    return p(".answer")[prose(words.NO_INTERVIEW)]


def fill(scene: Scene) -> View:
    """Return every dated step, the next one as a card; or in a sentence why there is none."""
    view = View()
    current = scene.plan.current if scene.plan else None
    view.show(
        "plan",
        [
            None if current else p(".answer")[prose(answer(scene))],
            _moved(scene),
            _late_advice() if scene.plan and scene.plan.state == "too_late" else None,
            _steps(scene.plan, scene) if scene.plan else None,
            next_card.logged_today(scene),
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


def _steps(plan: Plan, scene: Scene) -> Node:
    to_do = any(step.state == "tentative" for step in plan.steps)
    shown = plan.steps[-MOST_STEPS:]
    made = [step for step in shown if step.state == "done"]
    return [
        left_out(len(plan.steps) - len(shown), MOST_STEPS),
        details(".more.made")[summary[words.contacts_made(len(made))], ol(".plan")[map(_row, made)]]
        if made
        else None,
        ol(".plan")[
            (
                _card(step, scene) if step is plan.current else _row(step)
                for step in shown
                if step.state != "done"
            )
        ],
        to_do and p(".tentative-note")[prose(words.TENTATIVE)],
    ]


def _card(step: DatedStep, scene: Scene) -> Element:
    how_soon = words.how_soon((step.day - scene.today).days)
    marks = next_card.marks_of(step)
    return li(marks, id=next_card.CARD, class_="next-card", tabindex="-1")[
        next_card.contents(step, scene, TOOLS, how_soon)
    ]


@lru_cache(maxsize=500)
def _row(step: DatedStep) -> Markup:
    """Return a step that is done or comes later, in a short row."""
    return escape(
        li(next_card.marks_of(step), id=f"plan-step-{step.number}")[
            span(".state")[words.STATE_NAMES[step.state]],
            div(".step-answer")[
                p(".when")[time_of(step.day)],
                p(".what")[_what(step)],
                _why(step) if step.governs else None,
            ],
        ]
    )


def _what(step: DatedStep) -> str:
    if step.state == "done":
        return words.contact_made("sent", step.channel)
    return words.capital_first(words.action(step.kind, step.channel))


def _why(step: DatedStep) -> Element:
    return details(".more.why-so")[summary[words.WHY], p(".why")[prose(why(step))]]


def _close_button() -> Element:
    marks = {"data-choose": "outcome", "data-value": "closed"}
    return button(marks, type="button")[words.CLOSE_APPLICATION]
