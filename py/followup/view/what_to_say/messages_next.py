"""Which messages fit what comes next in the plan."""

from collections.abc import Mapping

from htpy import Node, a, li, p, ul

from followup import words
from followup.dates.plan import DatedStep, Plan
from followup.guide.contents import Guide
from followup.view.parts.markup import View, prose
from followup.view.parts.scene import Scene
from followup.view.when_to_follow_up.plan import answer

DATES_ADDRESS = "../dates/"

OF_OUTCOME: Mapping[str, tuple[str, ...]] = {
    "asked_back": ("next-yes", "next-time"),
    "offer": ("offer-thanks", "offer-time", "offer-accept", "offer-decline", "referee-result"),
    "turned_down": ("turned-down", "feedback-thanks", "referee-result"),
    "withdrawn": ("withdraw", "referee-closed"),
    "closed": ("referee-closed",),
    "cancelled": ("moved-cancelled", "referee-closed"),
}
"""The messages that each outcome may need."""

SPOKEN = ("call", "voicemail")


def blank(_guide: Guide) -> Node:
    """Return what to do first."""
    return _without_plan()


def _without_plan() -> Node:
    return p[words.MESSAGES_NEED_INTERVIEW, a(href=DATES_ADDRESS)[words.DATES], words.FULL_STOP]


def fill(scene: Scene) -> View:
    """Return what comes next, and a link to each message that fits it."""
    view = View()
    view.show("messages-next", _next(scene) if scene.plan else _without_plan())
    return view


def _next(scene: Scene) -> Node:
    templates = scene.guide.templates
    names = [name for name in fitting(scene) if name in templates]
    links = [li[a(href=f"#message-{name}")[templates[name].title]] for name in names]
    return [
        p(".answer")[prose(answer(scene))],
        ul(".fitting")[links] if links else p[prose(words.NO_MESSAGE_NEXT)],
    ]


def fitting(scene: Scene) -> tuple[str, ...]:
    """Return the names of the messages that fit what comes next."""
    if scene.answers.outcome:
        return OF_OUTCOME[scene.answers.outcome]
    plan = scene.plan
    if plan is None:
        return ()
    if plan.state == "too_late":
        return ("last-email", "referee-closed")
    return _of_step(plan, plan.current) if plan.current else ()


def _of_step(plan: Plan, step: DatedStep) -> tuple[str, ...]:
    if step.kind == "close":
        return ("referee-closed",)
    if step.kind == "first":
        return {"phone": SPOKEN, "email": ("first-email",)}.get(
            step.channel, (*SPOKEN, "first-email")
        )
    email = "last-email" if plan.last_message_due else "later-email"
    return (*SPOKEN, email) if step.channel == "phone" else (email,)
