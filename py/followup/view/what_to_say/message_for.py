"""Who the messages go to: the one person on the card, or one of several whom the reader chooses."""

from htpy import Node, div, label, option, p, select, span

from followup import words
from followup.guide.contents import Guide
from followup.guide.messages import ADDRESSEE, TO
from followup.records.people import Person
from followup.view.parts.markup import View, lead_on, prose
from followup.view.parts.message_text import facts_of
from followup.view.parts.scene import Scene

CARD_ADDRESS = "../card/#who-you-met"
NOBODY = "nobody"
"""The choice of those who have not chosen."""


def blank(_guide: Guide) -> Node:
    """Return the question without anybody to choose, unseen."""
    return [
        div({"data-output": "message-for-now"}),
        div(".setting", id="message-for-question", hidden=True)[
            label(for_=ADDRESSEE)[words.MESSAGE_FOR],
            select(
                {"data-choice": ADDRESSEE, "data-output": "message-for-people"},
                id=ADDRESSEE,
                autocomplete="off",
            )[option(value=NOBODY)[words.CHOOSE_PERSON]],
        ],
    ]


def fill(scene: Scene) -> View:
    """Return whom they go to, or whom one can choose."""
    view = View()
    facts = scene.once(facts_of)
    named = [person for person in facts.people if person.name]
    is_question = len(facts.people) > 1 and bool(named)
    view.hide("message-for-question", hidden=not is_question)
    people = {NOBODY: words.CHOOSE_PERSON} | {f"{TO}{one.id}": one.name for one in named}
    view.show("message-for-people", [option(value=value)[name] for value, name in people.items()])
    chosen = f"{TO}{facts.addressee.id}" if facts.addressee else NOBODY
    view.inputs[ADDRESSEE] = {"value": chosen}
    view.show("message-for-now", None if is_question else _now(facts.addressee))
    return view


def _now(addressee: Person | None) -> Node:
    if addressee:
        return p[span(dir="auto")[words.messages_go_to(addressee.name)]]
    return [lead_on(words.ADD_WHO_YOU_MET, CARD_ADDRESS), p[prose(words.THEN_NAMES_STAND)]]
