"""What of the things that are here would go or change, in words: before the reader says "Add"."""

from collections.abc import Iterator, Mapping, Sequence

from htpy import Element, Node, div, h3, li, ul

from followup import words
from followup.copies.changes import GUIDE_AGAIN, Change, Value
from followup.copies.comparison import Comparison
from followup.records.record import ALL
from followup.records.settings import NUMBER_NAMES
from followup.view.parts.markup import prose
from followup.view.parts.names import name_of
from followup.view.parts.scene import Scene
from followup.words import Sentence

PIN = "pin-"
"""How the questions begin that pin a step."""

_NAMED_TEXTS = {"employer": words.EMPLOYER, "role": words.ROLE}
_COUNTED = ("contacts", "people", "closed", "steps", "notes", "exports")
"""Parts of which the number is said, in the order of the sentences."""

_SETTINGS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    **{name: (words.NUMBER_QUESTIONS[own], {}) for name, own in NUMBER_NAMES.items()},
    **{name: (text, words.FIRST_WAY_CHOICES) for name, text in words.CHANNEL_QUESTIONS.items()},
    "thanks": (words.THANKS_QUESTION, words.THANKS_CHOICES),
    "weekend": (words.WEEKEND_QUESTION, words.WEEKEND_CHOICES),
    "country": (words.COUNTRY, {"": words.NO_COUNTRY}),
    "part": (words.PART, {"": words.NO_PART}),
    "office": (words.OFFICE_SETTINGS, {"": words.NO_OFFICE}),
    "archived": (words.ARCHIVE, words.ARCHIVED_CHOICES),
    "outcome": (words.OUTCOME_LEGEND, words.OUTCOMES),
}
"""What each choice is called, and what its values are."""


def listed(scene: Scene, comparison: Comparison) -> Node:
    """Return what would change here, interview by interview; nothing if all stays as it is."""
    if not comparison.changes:
        return None
    owned: dict[str, list[Change]] = {}
    for change in comparison.changes:
        owned.setdefault(change.interview, []).append(change)
    return div(".would-change")[
        h3[words.WOULD_CHANGE],
        ul(".brought-list", role="list")[(_of(scene, owner, own) for owner, own in owned.items())],
    ]


def _of(scene: Scene, owner: str, own: Sequence[Change]) -> Element:
    return li({"data-changes": owner})[
        _name(scene, owner), ul[(li[prose(sentence)] for sentence in _sentences(own))]
    ]


def _name(scene: Scene, owner: str) -> Node:
    if owner == ALL:
        return words.SETTINGS_BROUGHT
    found = (one for one in scene.interviews if one.id == owner)
    return name_of(scene.of(next(found, scene.interview)))


def _sentences(own: Sequence[Change]) -> Iterator[Sentence]:
    for change in own:
        if change.part in {"dates", "outcome", "settings"}:
            yield _one(change)
        elif change.name in _NAMED_TEXTS:
            yield words.would_become(_NAMED_TEXTS[change.name], change.before, change.after)
    for part in _COUNTED:
        its = [one for one in own if one.part == part and one.name not in _NAMED_TEXTS]
        for is_going, sentence in ((True, words.parts_would_go), (False, words.parts_would_change)):
            labels = [_label(one) for one in its if (not one.after) == is_going]
            if labels:
                yield sentence(part, labels)


def _label(change: Change) -> Value:
    """Return by what an entry is known; nothing for what has no name that a reader knows."""
    return change.before if change.part in {"contacts", "people", "closed"} else ""


def _one(change: Change) -> Sentence:
    if change.part == "dates":
        question = "pin" if change.name.startswith(PIN) else change.name
        name = words.QUESTIONS[question][0] if question in words.QUESTIONS else words.OTHER_DATE
        return words.would_become(name, change.before, change.after)
    if change.name == GUIDE_AGAIN:
        return words.GUIDE_WOULD_COUNT
    name, values = _SETTINGS[change.name]
    texts = [values.get(str(value), str(value)) for value in (change.before, change.after)]
    return words.would_become(name, *texts)
