"""On the Checklist: the steps that an office has added, in a group of their own at the end."""

from htpy import Node, div, h2, section, span

from followup import words
from followup.guide.contents import Guide
from followup.guide.office_steps import PATH
from followup.view.checklist.checklist import group_name
from followup.view.every_page import progress, step_rows
from followup.view.parts.markup import View, prose
from followup.view.parts.scene import Scene


def blank(_guide: Guide) -> Node:
    """Return the place of the group."""
    return div({"data-output": "office-rows"})


def fill(scene: Scene) -> View:
    """Return the group, with its ticks and days; nothing if there is none."""
    view = View()
    page = next((one for one in scene.guide.pages if one.path == PATH), None)
    if page is None:
        view.show("office-rows", None)
        return view
    items = scene.items([one.name for one in page.steps])
    name, counts = group_name(page), progress.counted_of(page.steps, scene)
    says = words.progress(counts.done, counts.total, core_only=False)
    view.show(
        "office-rows",
        section(".step-group", aria_labelledby=name)[
            h2(id=name)[
                page.title,
                " ",
                span(".group-progress")[prose(says if counts.total else words.NONE_COUNT_YET)],
            ],
            step_rows.drawn(page.steps, items),
        ],
    )
    view.add(step_rows.fill(items.values()))
    return view
