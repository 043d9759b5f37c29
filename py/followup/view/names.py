"""What an interview is called: by role and employer, else by its date, else by its number."""

from htpy import span
from markupsafe import Markup, escape

from followup import words
from followup.view.markup import prose
from followup.view.scene import Scene
from followup.words import Sentence


def interview_name(scene: Scene) -> Sentence:
    """Return what the scene's interview is called."""
    interview = scene.interview
    return words.interview_name(
        interview.role,
        interview.employer,
        scene.answers.interview,
        interview.number,
        interview.round,
    )


def name_of(scene: Scene) -> Markup:
    """Return the name of the scene's interview, kept apart from text in another direction."""
    return scene.once(_name)


def _name(scene: Scene) -> Markup:
    return escape(span(".interview-name", dir="auto")[prose(interview_name(scene))])
