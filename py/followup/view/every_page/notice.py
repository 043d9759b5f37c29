"""The notice of a page: what could not be read or shown, and a clock that is wrong."""

from datetime import date

from htpy import Node

from followup import words
from followup.dates import civil_date
from followup.view.parts.markup import prose
from followup.view.parts.scene import Scene
from followup.words import Sentence


def notice(scene: Scene, unreadable: int, trouble: Sentence = ()) -> Node:
    """Return what stands in the notice, a sentence after the other; nothing if all is well.

    Args:
        scene: everything that could be read.
        unreadable: how many records could not.
        trouble: that a part of the page could not be shown, if it is so.
    """
    sentences = (words.unreadable(unreadable) if unreadable else (), _clock(scene), trouble)
    said = [prose(sentence) for sentence in sentences if sentence]
    return [[" " if place else None, sentence] for place, sentence in enumerate(said)]


def _clock(scene: Scene) -> Sentence:
    """Return what is wrong with the day that the device says, if anything is."""
    if not civil_date.is_believed(scene.today):
        return words.clock_not_believed(scene.today)
    newest = newest_entry(scene)
    return words.clock_behind(newest, scene.today) if newest and scene.today < newest else ()


def newest_entry(scene: Scene) -> date | None:
    """Return the latest day on which the reader entered anything; None without any."""
    facts = (fact for own in scene.state.facts.values() for fact in own.values())
    return max((fact.written for fact in facts), default=None)
