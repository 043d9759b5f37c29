"""The interview-day card: how they want to be contacted first, and what the reader promised.

The rest of the card stands in panels of its own: the names of the interview, its two dates, the
people met.
"""

import htpy
from htpy import Node, div, fieldset, label, legend, p

from followup import words
from followup.dates.rules import GUIDE
from followup.guide.contents import Guide
from followup.records.record import LONGEST_TEXT
from followup.view.parts import radios
from followup.view.parts.markup import View, prose
from followup.view.parts.scene import Scene
from followup.view.when_to_follow_up.plan import answer
from followup.words import Sentence

GUIDE_WAY = "guide"
"""The choice of those who were not told: what the settings say counts, else the guide."""


def blank(_guide: Guide) -> Node:
    """Return both questions, unanswered."""
    return [
        fieldset(".choice", aria_describedby="first-way-hint")[
            legend[words.FIRST_WAY_LEGEND],
            p(".hint", id="first-way-hint")[words.FIRST_WAY_HINT],
            radios.blank("first-channel", words.FIRST_WAYS, GUIDE_WAY),
            p(".outcome-of-choice", {"data-output": "first-way"}),
        ],
        div(".text-box.promised")[
            label(for_="promised")[words.PROMISED],
            p(".hint", id="promised-hint")[words.PROMISED_HINT],
            htpy.textarea(
                {"data-text": "promised"},
                id="promised",
                rows="3",
                maxlength=str(LONGEST_TEXT),
                autocomplete="off",
                dir="auto",
                aria_describedby="promised-hint",
            ),
            p(".on-paper", {"data-output": "promised-on-paper"}),
        ],
    ]


def fill(scene: Scene) -> View:
    """Return both answers, and what the first one does to the plan."""
    view = View()
    chosen = scene.state.choice("first-channel", GUIDE_WAY, scene.interview_id)
    if chosen not in words.FIRST_WAYS:
        chosen = GUIDE_WAY
    view.add(radios.fill("first-channel", words.FIRST_WAYS, chosen))
    promised = scene.state.text(scene.interview_id, "promised")
    view.inputs["promised"] = {"value": promised}
    view.show("promised-on-paper", promised)
    view.show("first-way", [prose(_way_now(scene, chosen)), " ", prose(answer(scene))])
    return view


def _way_now(scene: Scene, chosen: str) -> Sentence:
    if chosen != GUIDE_WAY:
        return words.first_way_now(chosen, "asked")
    channel = scene.settings.rules.first_channel
    return words.first_way_now(channel, "guide" if channel == GUIDE.first_channel else "settings")
