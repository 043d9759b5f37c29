"""The Checklist page: all steps by guide page, progress, core steps or all, print."""

from htpy import Element, Node, a, button, div, fieldset, h2, legend, section, span

from followup import words
from followup.guide.contents import Guide, Page
from followup.records.record import ALL
from followup.view.every_page import progress, step_rows
from followup.view.parts import radios
from followup.view.parts.markup import View, prose
from followup.view.parts.scene import Scene

SHOW = {"core": words.SHOW_CORE, "all": words.SHOW_ALL}


def blank(guide: Guide) -> Node:
    """Return the whole checklist, nothing ticked."""
    return [
        div(".checklist-head")[progress.blank(guide), _choice(), _print_button()],
        (_group(page) for page in guide.pages),
    ]


def _choice() -> Element:
    return fieldset(".choice", {"data-of": ALL})[
        legend[words.SHOW_LEGEND], radios.blank("show", SHOW, progress.DEFAULT_SHOWN)
    ]


def _print_button() -> Element:
    return button({"data-print": True}, type="button", class_="print")[words.PRINT]


def _group(page: Page) -> Element:
    name = group_name(page)
    return section(".step-group", aria_labelledby=name)[
        h2(id=name)[
            a(href=f"../../{page.address}")[page.title],
            " ",
            span({"data-output": f"group.{name}"}, class_="group-progress"),
        ],
        step_rows.blank(page.steps, can_be_set_aside=True),
    ]


def group_name(page: Page) -> str:
    """Return the anchor of a page's steps on the Checklist page."""
    return "steps-" + page.path.removesuffix(".md").rpartition("/")[2]


def fill(scene: Scene) -> View:
    """Return the progress, the count of each group, and which steps are shown."""
    view = progress.fill(scene)
    view.add(radios.fill("show", SHOW, progress.shown_steps(scene)))
    for page in scene.guide.pages:
        counts = progress.counted_of(page.steps, scene)
        sentence = words.NONE_COUNT_YET
        if counts.total:
            sentence = words.progress(counts.done, counts.total, core_only=False)
        view.show(f"group.{group_name(page)}", prose(sentence))
    return view
