"""What an interview is called: by role and employer, else by its date, else by its number."""

from htpy import span
from markupsafe import Markup, escape

from followup import words
from followup.records.interviews import Interview
from followup.view.parts.markup import prose
from followup.view.parts.scene import Scene
from followup.words import Sentence


def interview_name(scene: Scene) -> Sentence:
    """Return what the scene's interview is called."""
    interview = scene.interview
    day = scene.troubles.attempt("name", lambda: scene.answers.interview, None)
    return words.interview_name(
        interview.role,
        interview.employer,
        day,
        interview.number,
        interview.round,
    )


def plain_name(interview: Interview) -> Markup:
    """Return the same of an interview of which nothing is known but how it is called."""
    name = words.interview_name(
        interview.role, interview.employer, None, interview.number, interview.round
    )
    return _shown(name)


def name_of(scene: Scene) -> Markup:
    """Return the name of the scene's interview, kept apart from text in another direction."""
    return scene.once(_name)


def _name(scene: Scene) -> Markup:
    return _shown(interview_name(scene))


def _shown(name: Sentence) -> Markup:
    return escape(span(".interview-name", dir="auto")[prose(name)])
