"""On Settings: whose settings count beside the reader's own, what they change, and the way out."""

from htpy import Node, details, div, p, summary

from followup import words
from followup.guide.contents import Guide
from followup.records.record import ALL
from followup.view.careers_offices.office_offer import back_to_guide
from followup.view.careers_offices.profile_text import changes, whose
from followup.view.parts.markup import View, prose
from followup.view.parts.scene import Scene


def blank(_guide: Guide) -> Node:
    """Return the place of it."""
    return div({"data-of": ALL, "data-output": "office.in-use"})


def fill(scene: Scene) -> View:
    """Return the office in use; nothing if there is none."""
    view = View()
    office = scene.settings.office
    view.show(
        "office.in-use",
        div(".office-line", {"data-office": "in-use"})[
            whose(office),
            p(".hint")[
                prose(words.OFFICE_OWN_WIN),
                " ",
                prose(words.OFFICE_SEES_NOTHING),
                [" ", prose(words.OFFICE_ANEW)] if scene.settings.office_name else None,
            ],
            details(".more", id="office-changes")[
                summary[words.OFFICE_WHAT_IT_SETS], changes(scene, office)
            ],
            div(".actions")[back_to_guide()],
            p(".hint")[words.OFFICE_BACK_HINT],
        ]
        if office
        else None,
    )
    return view
