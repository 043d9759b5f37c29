"""The reader's settings, each beside what the guide says, and the way back to the guide's plan."""

from collections.abc import Mapping

import htpy
from htpy import Element, Node, button, div, fieldset, label, legend, p

from followup import words
from followup.dates.rules import GUIDE, LIMITS
from followup.guide.contents import Guide
from followup.records.record import ALL, LONGEST_TEXT
from followup.records.settings import NUMBER_NAMES
from followup.view.parts import radios
from followup.view.parts.markup import View, prose
from followup.view.parts.scene import Scene
from followup.view.settings import new_answer
from followup.view.settings.new_answer import BACK, THANKS

CHANNELS = {"first-channel": GUIDE.first_channel, "later-channel": GUIDE.later_channel}


def blank(_guide: Guide) -> Node:
    """Return every setting as the guide has it."""
    return div({"data-of": ALL}, class_="settings-box")[
        (_number(name) for name in NUMBER_NAMES),
        (_channel(name) for name in CHANNELS),
        _radios(
            THANKS, words.THANKS_QUESTION, words.GUIDE_SENDS_THANKS, words.THANKS_CHOICES, "yes"
        ),
        div(".back-to-guide", {"data-output": "settings-back"}),
        new_answer.blank(BACK),
    ]


def number_id(name: str) -> str:
    """Return the element id of a number."""
    return f"set-{name}"


def _number(name: str) -> Element:
    setting = NUMBER_NAMES[name]
    box = number_id(name)
    least, most = LIMITS[setting]
    hint = words.guide_number(getattr(GUIDE, setting), least, most)
    return div(".setting")[
        label(for_=box)[words.NUMBER_QUESTIONS[setting]],
        p(".hint", id=f"{box}-hint")[hint],
        p(".problem", {"data-output": f"problem.{name}"}, id=f"{box}-problem"),
        htpy.input(
            {"data-text": name},
            type="text",
            inputmode="numeric",
            enterkeyhint="done",
            id=box,
            # Marks that nobody sees may stand around a number that is pasted.
            maxlength=str(LONGEST_TEXT),
            autocomplete="off",
            aria_describedby=f"{box}-hint {box}-problem",
        ),
        new_answer.blank(name),
    ]


def _channel(name: str) -> Element:
    hint = words.guide_choice(words.CHANNEL_CHOICES[CHANNELS[name]])
    return _radios(name, words.CHANNEL_QUESTIONS[name], hint, words.CHANNEL_CHOICES, CHANNELS[name])


def _radios(
    name: str, question: str, hint: str, choices: Mapping[str, str], default: str
) -> Element:
    return fieldset(".choice", aria_describedby=f"set-{name}-hint")[
        legend[question],
        p(".hint", id=f"set-{name}-hint")[hint],
        radios.blank(name, choices, default, prefix=f"set-{name}"),
        new_answer.blank(name),
    ]


def fill(scene: Scene) -> View:
    """Return every setting as it stands, with its problem beside it."""
    settings = scene.settings
    view = View()
    for name in NUMBER_NAMES:
        problem = settings.problems.get(name)
        view.inputs[number_id(name)] = {
            "value": settings.typed[name],
            "attributes": {"aria-invalid": "true" if problem else None},
        }
        view.show(f"problem.{name}", prose(problem.sentence) if problem else None)
    chosen = {
        "first-channel": settings.rules.first_channel,
        "later-channel": settings.rules.later_channel,
    }
    for name, channel in chosen.items():
        view.add(radios.fill(f"set-{name}", words.CHANNEL_CHOICES, channel))
    note = "yes" if settings.thank_you_note else "no"
    view.add(radios.fill(f"set-{THANKS}", words.THANKS_CHOICES, note))
    view.show("settings-back", _back(scene))
    view.add(new_answer.fill(scene, (*NUMBER_NAMES, *CHANNELS, THANKS, BACK)))
    return view


def _back(scene: Scene) -> Node:
    """Return the way back to the guide's plan, or the way back from there."""
    if scene.settings.own:
        return [
            button({"data-choose": BACK, "data-value": "guide"}, type="button", id="settings-back")[
                words.BACK_TO_GUIDE
            ],
            p(".hint")[words.BACK_TO_GUIDE_HINT],
        ]
    if scene.state.choice(BACK, "own") == "guide":
        return [
            button({"data-choose": BACK, "data-value": "own"}, type="button", id="settings-back")[
                words.UNDO_SETTINGS
            ],
            p(".hint")[prose(words.GUIDE_AGAIN)],
        ]
    return None
