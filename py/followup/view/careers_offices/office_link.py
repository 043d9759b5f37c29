"""The page on which an office makes its profile: what students will see, and the link to hand out
with all that goes with it.
"""

from htpy import Element, Node, a, button, div, h2, h3, label, li, p, pre, textarea, ul

from followup import words
from followup.dates.plan import DatedStep, Situation, plan
from followup.guide.contents import Guide
from followup.records.office import LONGEST_LINK, MARK, OfficeProfile, write_profile
from followup.records.settings import rules_of
from followup.view.careers_offices.draft import Draft, draft_of
from followup.view.careers_offices.profile_text import changes, whose
from followup.view.parts.markup import View, prose, time_of
from followup.view.parts.scene import Scene
from followup.view.save_a_copy.picture_of_link import picture_of

LINK, SENTENCE, HTML, SVG = "office-address", "office-sentence", "office-html", "office-svg"
FILE_NAME = "follow-up-link"


def blank(_guide: Guide) -> Node:
    """Return the places of the preview and of the link."""
    return [div({"data-output": "office.preview"}), div({"data-output": "office.link"})]


def fill(scene: Scene) -> View:
    """Return what students will see, and the link; or what is missing."""
    draft = draft_of(scene)
    view = View()
    view.show("office.preview", _preview(scene, draft.profile) if draft.profile else None)
    view.show("office.link", _link(scene, draft))
    return view


def _preview(scene: Scene, profile: OfficeProfile) -> Node:
    return div(".brought.office-preview")[
        h2[words.SETUP_PREVIEW],
        whose(profile),
        changes(scene, profile),
        p[prose(words.setup_sample(scene.today))],
        ul[(li[_dated(step)] for step in _sample(scene, profile))],
    ]


def _sample(scene: Scene, profile: OfficeProfile) -> tuple[DatedStep, ...]:
    """Return the plan of somebody who had an interview today; weekends alone are closed days."""
    today = scene.today
    return plan(Situation(interview=today, today=today, rules=rules_of(profile))).steps


def _dated(step: DatedStep) -> Node:
    return [time_of(step.day), ": ", words.calendar_title(step.kind, step.channel, "")]


def _link(scene: Scene, draft: Draft) -> Node:
    if draft.profile is None:
        return p(".notice")[prose(words.SETUP_NO_NAME)]
    link = f"{scene.site}#{MARK}{write_profile(draft.profile)}"
    if len(link) > LONGEST_LINK:
        return p(".problem")[prose(words.setup_link_too_long(len(link), LONGEST_LINK))]
    name = draft.profile.name
    html = str(a(href=link)[words.setup_html_text(name)])
    return [
        h2[words.SETUP_LINK],
        p(".hint")[prose(words.setup_link_length(len(link), LONGEST_LINK))],
        p(".hint")[prose(words.SETUP_FIXED)],
        _to_copy(LINK, words.SETUP_LINK, link, words.SETUP_COPY_LINK),
        _to_copy(
            SENTENCE, words.SETUP_SENTENCE, words.setup_sentence(link), words.SETUP_COPY_SENTENCE
        ),
        _to_copy(HTML, words.SETUP_HTML, html, words.SETUP_COPY_HTML),
        _picture(link),
        _poster(scene, link, draft.profile),
    ]


def _to_copy(element_id: str, title: str, text: str, press: str) -> Element:
    return div(".text-box.link-box")[
        label(for_=element_id)[title],
        textarea(id=element_id, rows="4", readonly=True, autocomplete="off", spellcheck="false")[
            text
        ],
        div(".actions")[
            button({"data-copy": element_id}, type="button", id=f"copy-{element_id}")[press]
        ],
    ]


def _picture(link: str) -> Node:
    picture = picture_of(link, words.SETUP_QR_NAME)
    return [
        h3[words.SETUP_QR],
        picture,
        pre({"hidden": True}, id=SVG)[_file(picture)],
        div(".actions")[
            button(
                {
                    "data-download": SVG,
                    "data-name": f"{FILE_NAME}.svg",
                    "data-type": "image/svg+xml",
                },
                type="button",
                id="qr-svg",
            )[words.SETUP_QR_SVG],
            button(
                {"data-picture": "qr", "data-name": f"{FILE_NAME}.png"}, type="button", id="qr-png"
            )[words.SETUP_QR_PNG],
        ],
    ]


def _file(picture: Element) -> str:
    """Return the picture as a file: outside of a page it must say what it is."""
    return str(picture).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


def _poster(scene: Scene, link: str, profile: OfficeProfile) -> Node:
    return [
        h3[words.SETUP_POSTER],
        p(".hint")[words.SETUP_POSTER_HINT],
        div(".actions")[
            button({"data-print": "poster"}, type="button", id="print-poster")[
                words.SETUP_PRINT_POSTER
            ]
        ],
        div(".poster")[
            p(".poster-title")[words.SETUP_POSTER_TITLE],
            p(".poster-lead")[words.SETUP_POSTER_LEAD],
            picture_of(link, words.SETUP_QR_NAME, "qr-on-poster"),
            ul[(li[one] for one in words.SETUP_POSTER_PROMISES)],
            whose(profile),
            p(".poster-address")[scene.site],
        ],
    ]
