"""Which messages fit what comes next in the plan."""

from htpy import Node, a, li, p, ul

from followup import words
from followup.guide.contents import Guide
from followup.guide.fitting_messages import fitting
from followup.view.parts.markup import View, lead_on, prose
from followup.view.parts.scene import Scene
from followup.view.when_to_follow_up.plan import answer

QUESTIONS_ADDRESS = "../dates/#your-interview"


def blank(_guide: Guide) -> Node:
    """Return what to do first."""
    return _without_plan()


def _without_plan() -> Node:
    return [
        lead_on(words.FIRST_THING, QUESTIONS_ADDRESS),
        p[prose(words.MESSAGES_NEED_INTERVIEW)],
    ]


def fill(scene: Scene) -> View:
    """Return what comes next, and a link to each message that fits it."""
    view = View()
    view.show("messages-next", _next(scene) if scene.plan else _without_plan())
    return view


def _next(scene: Scene) -> Node:
    templates = scene.guide.templates
    names = [name for name in fitting(scene.answers.outcome, scene.plan) if name in templates]
    links = [li[a(href=f"#message-{name}")[templates[name].title]] for name in names]
    return [
        p(".answer")[prose(answer(scene))],
        ul(".fitting")[links] if links else p[prose(words.NO_MESSAGE_NEXT)],
    ]
