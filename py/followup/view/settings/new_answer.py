"""The new answer under the setting that was changed last: there the reader is looking."""

from collections.abc import Iterable, Iterator

from htpy import Element, p

from followup.records.record import ALL, CLOSED
from followup.records.settings import NUMBER_NAMES, REGION_NAMES
from followup.records.state import Fact
from followup.view.parts.markup import View, prose
from followup.view.parts.scene import Scene
from followup.view.when_to_follow_up.plan import answer

WEEKEND = "weekend"
THANKS = "thanks"
BACK = "settings"
"""The choice between the guide's plan and the reader's own settings."""

TEXTS = (*NUMBER_NAMES, *REGION_NAMES)
CHOICES = ("first-channel", "later-channel", THANKS, WEEKEND, BACK)
"""What the plan hangs on, as records name it: what is typed, and what is chosen."""


def blank(name: str) -> Element:
    """Return the empty place under a setting."""
    return p(".outcome-of-choice", {"data-output": _place(name)})


def fill(scene: Scene, names: Iterable[str]) -> View:
    """Return the answer in the place of the setting changed last, if it is among these, and nothing
    in the others."""
    changed = max(_changes(scene), default=None)
    last = changed[1] if changed and scene.plan else None
    view = View()
    for name in names:
        view.show(_place(name), prose(answer(scene)) if name == last else None)
    return view


def _place(name: str) -> str:
    return f"new-answer.{name}"


def _changes(scene: Scene) -> Iterator[tuple[object, str]]:
    """Yield when each setting was last changed, and its name; one that is refused moves nothing."""
    state, refused = scene.state, scene.settings.problems
    kinds = [("text", name) for name in TEXTS] + [("choice", name) for name in CHOICES]
    for kind, name in kinds:
        fact = state.fact(ALL, kind, name)
        if fact and name not in refused:
            yield fact.stamp, name
    own = scene.interview_id
    for entry in scene.answers.closed:
        if entry.closed:
            facts = [state.fact(own, kind, entry.id) for kind in ("entry", "removed")]
            yield from ((fact.stamp, CLOSED) for fact in facts if isinstance(fact, Fact))
