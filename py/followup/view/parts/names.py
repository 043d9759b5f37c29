"""What an interview is called: by role and employer, else by its date, else by its number.

A name stands alone in lists, buttons and sentences, so two that are equal are told apart: by their
day, and by a number where that is equal too.
"""

from htpy import span
from markupsafe import Markup, escape

from followup.records.interviews import Interview, own_name
from followup.view.parts.markup import prose
from followup.view.parts.scene import Scene
from followup.words import Sentence

NOTHING_ADDED: Sentence = ()


def interview_name(scene: Scene) -> Sentence:
    """Return what the scene's interview is called, told apart from others of the same name."""
    day = scene.troubles.attempt("name", lambda: scene.answers.interview, None)
    return (*own_name(scene.interview, day), *_added(scene.interview, scene))


def name_without_day(interview: Interview, scene: Scene) -> Sentence:
    """Return the same of an interview of which nothing is known but how it is called.

    Args:
        interview: one of the reader's.
        scene: any of the reader's interviews.
    """
    return (*own_name(interview, None), *_added(interview, scene))


def name_of(scene: Scene) -> Markup:
    """Return the name of the scene's interview, kept apart from text in another direction."""
    return scene.once(_name)


def plain_name(interview: Interview, scene: Scene) -> Markup:
    """Return what `name_without_day` returns, likewise kept apart."""
    return _shown(name_without_day(interview, scene))


def _name(scene: Scene) -> Markup:
    return _shown(interview_name(scene))


def _added(interview: Interview, scene: Scene) -> Sentence:
    """Return what tells an interview apart from those that are called the same."""
    return scene.troubles.attempt(
        "names", lambda: scene.told_apart.get(interview.id, ()), NOTHING_ADDED
    )


def _shown(name: Sentence) -> Markup:
    return escape(span(".interview-name", dir="auto")[prose(name)])
