"""The notice of a page: what could not be read, and a clock that is behind what the reader did."""

from datetime import date

from htpy import Node, span

from followup import words
from followup.view.markup import prose
from followup.view.scene import Scene


def notice(scene: Scene, unreadable: int) -> Node:
    """Return what stands in the notice; None for nothing.

    Args:
        scene: everything that could be read.
        unreadable: how many records could not.
    """
    sentences = [words.unreadable(unreadable)] if unreadable else []
    newest = newest_entry(scene)
    if newest and scene.today < newest:
        sentences.append(words.clock_behind(newest, scene.today))
    if len(sentences) == 1:
        return prose(sentences[0])
    return [span[prose(sentence), " "] for sentence in sentences] or None


def newest_entry(scene: Scene) -> date | None:
    """Return the latest day on which the reader entered anything; None without any."""
    facts = (fact for own in scene.state.facts.values() for fact in own.values())
    return max((fact.written for fact in facts), default=None)
