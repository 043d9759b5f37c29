"""What the search leaves out of a page: what is out of sight, what is pressed or typed in, and
tools that nothing has been entered in.

The search plugin leaves out each element with this mark, and takes the mark out of the page. It
takes the end of an inner element for that of an outer one of the same kind, so the inner ones are
marked too.
"""

import re

MARK = ' data-search-exclude="true"'

TAGS = frozenset({"button", "dialog", "select", "template", "textarea"})
"""Elements that are pressed, typed in or opened, and the page's spare words."""

CLASSES = frozenset(
    {
        "blank-card",
        "boxes",
        "echo",
        "fills",
        "log-it",
        "message-tools",
        "pick",
        "problem",
        "runtime",
        "standings",
    }
)
"""Of what is for paper only, or for when something goes wrong, or says nothing out of its place."""

PANELS = frozenset(
    {
        "calendar",
        "checklist",
        "contact-form",
        "due",
        "log",
        "messages-next",
        "next-step",
        "offline",
        "pictures",
        "plan",
        "switcher",
        "timeline",
        "what-happened",
    }
)
"""Those that say nothing of their page until something is entered; and the steps of the Checklist,
each of which is found on the page that explains it."""

FILLED = frozenset({"div", "p"})
"""Elements that are places to fill as a whole. Numbers in sentences, and messages, are others."""

VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>[^>]*)>")
ATTRIBUTE = re.compile(r'(?P<key>[a-z-]+)(?:="(?P<value>[^"]*)")?')


def marked(html: str) -> str:
    """Return HTML, as `htpy` writes it, with the mark on all that the search leaves out."""
    open_ones: list[bool] = []

    def mark(found: re.Match[str]) -> str:
        if found["end"]:
            open_ones.pop()
            return found[0]
        is_out = any(open_ones[-1:]) or _is_left_out(found["name"], found["attributes"])
        if found["name"] not in VOID:
            open_ones.append(is_out)
        return f"{found[0][:-1]}{MARK}>" if is_out else found[0]

    return TAG.sub(mark, html)


def _is_left_out(name: str, text: str) -> bool:
    attributes = {one["key"]: one["value"] or "" for one in ATTRIBUTE.finditer(text)}
    return (
        name in TAGS
        or "hidden" in attributes
        or (name in FILLED and "data-output" in attributes)
        or attributes.get("data-panel") in PANELS
        or not CLASSES.isdisjoint(attributes.get("class", "").split())
    )
