"""A message in the words in which it stands now: the reader's own, else the guide's, filled with
what is known.
"""

from followup.guide.messages import (
    ADDRESSEE,
    Facts,
    Message,
    choose_addressee,
    fill_own,
    fill_template,
)
from followup.records.record import ALL, MESSAGE_TEXT
from followup.view.parts.scene import Scene

MY_NAME, MY_PHONE = "my-name", "my-phone"
"""Names of the texts that say who writes."""


def facts_of(scene: Scene) -> Facts:
    """Return what is known for the messages of the scene's interview."""
    people = tuple(one for one in scene.answers.people if not one.removed and not one.problems)
    chosen = scene.state.choice(ADDRESSEE, "", scene.interview_id)
    return Facts(
        my_name=scene.state.text(ALL, MY_NAME),
        my_phone=scene.state.text(ALL, MY_PHONE),
        interview=scene.interview,
        answers=scene.answers,
        decision=scene.plan.decision if scene.plan else None,
        people=people,
        addressee=choose_addressee(people, chosen),
        promised=scene.state.text(scene.interview_id, "promised"),
    )


def own_text(scene: Scene, name: str) -> str:
    """Return the reader's own words for a message; empty if they have none."""
    own = scene.state.text(scene.interview_id, f"{MESSAGE_TEXT}{name}")
    return own if own.strip() else ""


def message_of(scene: Scene, name: str) -> Message:
    """Return a message of the guide as it stands for this reader."""
    facts = scene.once(facts_of)
    if own := own_text(scene, name):
        return fill_own(name, own, facts)
    return fill_template(name, scene.guide.templates[name].text, facts)
