"""A message of the guide: filled, to change, to copy, to open in a mail program, and to log.

It stands the same on its guide page and on the Messages page. As built it holds the template, so
that it can be read, printed, typed in and copied before Python is there, or without it.
"""

from collections.abc import Iterable
from datetime import date

from htpy import Element, Node, a, button, dialog, div, form, label, p, pre, span, textarea

from followup import words
from followup.guide.contents import Template
from followup.guide.messages import (
    MESSAGE_RULES,
    Facts,
    Message,
    MessageRule,
    mailto,
    recipient,
)
from followup.records.earlier import last_words
from followup.records.exchanges import names_new_decision
from followup.records.record import LONGEST_MESSAGE, MESSAGE_TEXT
from followup.view.parts.markup import View, prose, unseen
from followup.view.parts.message_text import facts_of, message_of, own_text
from followup.view.parts.scene import Scene
from followup.view.what_to_say import about_you
from followup.view.what_to_say.about_you import OF_BLANKS

# From a guide page or a tool page, both of which lie two folders deep.
FORM_ADDRESS = "../../plan/dates/#log-a-contact"
LOG_ADDRESS = "../../plan/dates/#what-has-happened-so-far"
DATES_ADDRESS = "../../plan/dates/"
WHO_ADDRESS = "../../plan/messages/#who-they-go-to"

ON_ONE_SHEET = "call"
"""The message that can be printed alone. The style sheet knows it by this name too."""

CHARACTERS_A_ROW = 52
"""About as many stand in a row of the box. Too many rows are better than too few."""


def blank(template: Template) -> Element:
    """Return the message as its template."""
    rule, box = MESSAGE_RULES[template.name], box_id(template.name)
    return div(".message", {"data-message": template.name})[
        pre(".message-paper", {"data-output": f"message-paper.{template.name}"}, dir="auto")[
            template.text
        ],
        div(".message-tools")[
            label(for_=box)[words.MESSAGE_LABEL, unseen(f": {template.title}")],
            textarea(
                {"data-text": f"{MESSAGE_TEXT}{template.name}"},
                id=box,
                rows=str(_rows(template.text)),
                maxlength=str(LONGEST_MESSAGE),
                autocomplete="off",
                dir="auto",
                aria_describedby=f"{box}-notes",
            )[template.text],
            div(
                ".message-notes",
                {"data-output": f"message-notes.{template.name}"},
                id=f"{box}-notes",
            ),
            _mine(template) and about_you.beside(template.name, _mine(template)),
            div(".actions")[
                button({"data-copy": box}, type="button", class_="primary")[
                    words.COPY, unseen(f": {template.title}")
                ],
                rule.spoken and _large_button(template),
                template.name == ON_ONE_SHEET and _print_button(template),
                div(".message-mail", {"data-output": f"message-mail.{template.name}"}),
            ],
            bool(rule.kinds)
            and div(".message-log", {"data-output": f"message-log.{template.name}"}),
        ],
        rule.spoken and _large(template),
    ]


def box_id(name: str) -> str:
    """Return the id of the box that holds a message."""
    return f"message-{name}-text"


def _mine(template: Template) -> list[str]:
    """Return the texts that fill the blanks of a message that are the same for every interview."""
    return [name for blank, name in OF_BLANKS.items() if f"[{blank}]" in template.text]


def _rows(text: str) -> int:
    return sum(len(line) // CHARACTERS_A_ROW + 1 for line in text.split("\n"))


def _large_button(template: Template) -> Element:
    return button({"data-large": f"large-{template.name}"}, type="button")[
        words.READ_LARGE, unseen(f": {template.title}")
    ]


def _print_button(template: Template) -> Element:
    """Return the button that prints this message alone, in large letters."""
    return button({"data-print": "script"}, type="button")[
        words.PRINT, unseen(f": {template.title}")
    ]


def _large(template: Template) -> Element:
    """Return the place where what is said can be read from a distance; the page copies it there."""
    return dialog(".large", id=f"large-{template.name}", aria_label=template.title)[
        form(method="dialog")[button(type="submit")[words.CLOSE]],
        div({"data-large-text": box_id(template.name)}, dir="auto"),
    ]


def fill(scene: Scene, names: Iterable[str]) -> View:
    """Return the named messages with what the reader entered."""
    view = View()
    facts = scene.once(facts_of)
    for name in names:
        if name in scene.guide.templates and name in MESSAGE_RULES:
            view.add(_fill(scene, name, facts))
    return view


def unfilled(scene: Scene, name: str) -> View:
    """Return a message that cannot be filled, in the reader's own words or as its template."""
    view = View()
    template = scene.guide.templates.get(name)
    if template is None:
        return view
    text = own_text(scene, name) or template.text
    view.inputs[box_id(name)] = {"value": text, "attributes": {"rows": str(_rows(text))}}
    view.show(f"message-paper.{name}", text)
    for part in ("notes", "mail", "log"):
        view.show(f"message-{part}.{name}", None)
    return view


def _fill(scene: Scene, name: str, facts: Facts) -> View:
    rule = MESSAGE_RULES[name]
    is_own = bool(own_text(scene, name))
    template = scene.guide.templates[name]
    message = message_of(scene, name)
    view = View()
    view.inputs[box_id(name)] = {
        "value": message.text,
        "attributes": {"rows": str(_rows(message.text))},
    }
    view.show(f"message-paper.{name}", message.text)
    view.show(
        f"message-notes.{name}",
        [
            not is_own and _addressee(rule, facts),
            _start_again(template) if is_own else _bring_back(scene, template),
            message.blanks and _blanks(template, message.blanks),
        ],
    )
    view.add(about_you.fill_beside(scene, name, _mine(template)))
    if not rule.spoken:
        view.show(f"message-mail.{name}", _mail(template, message, recipient(name, facts)))
    if rule.kinds:
        view.show(f"message-log.{name}", _log(scene, template, rule, facts))
    return view


def _addressee(rule: MessageRule, facts: Facts) -> Node:
    """Return whom it goes to, where there was a choice; else nothing."""
    if rule.to != "person" or len(facts.people) < 2:
        return None
    if facts.addressee is None:
        return p(".message-to")[a(href=WHO_ADDRESS)[words.CHOOSE_ADDRESSEE], words.FULL_STOP]
    return p(".message-to")[span(dir="auto")[words.goes_to(facts.addressee.name)]]


def _start_again(template: Template) -> Node:
    marks = {"data-set-text": f"{MESSAGE_TEXT}{template.name}", "data-value": ""}
    return div(".message-own")[
        p[words.OWN_WORDS],
        button(marks, type="button", id=f"again-{template.name}")[
            words.START_AGAIN, unseen(f": {template.title}")
        ],
    ]


def _bring_back(scene: Scene, template: Template) -> Node:
    """Return the way back to the reader's own words, where the guide's have taken their place."""
    name = f"{MESSAGE_TEXT}{template.name}"
    fact = scene.state.fact(scene.interview_id, "text", name)
    then = scene.once(_last_words).get(name, "") if fact else ""
    if not then:
        return None
    return div(".message-own")[
        button({"data-set-text": name, "data-value": then}, type="button", id=f"back-{name}")[
            words.BRING_WORDS_BACK, unseen(f": {template.title}")
        ]
    ]


def _last_words(scene: Scene) -> dict[str, str]:
    return last_words(scene.texts, scene.interview_id)


def _blanks(template: Template, blanks: tuple[str, ...]) -> Element:
    return p(".message-blanks")[
        words.blanks_left(len(blanks)),
        ([_blank(template, blank), " "] for blank in blanks),
    ]


def _blank(template: Template, blank: str) -> Element:
    """Return the button that lets the reader fill a blank: here, or in all messages at once."""
    marks = {"data-blank": box_id(template.name), "data-value": f"[{blank}]"}
    if (mine := OF_BLANKS.get(blank)) in _mine(template):
        marks["data-mine"] = about_you.beside_id(template.name, str(mine))
    return button(marks, type="button", dir="auto")[f"[{blank}]"]


def _mail(template: Template, message: Message, to: str) -> Node:
    address = mailto(message, to)
    if address is None:
        return p(".hint")[prose(words.MAIL_TOO_LONG)]
    return a({"data-mail": True}, id=f"mail-{template.name}", href=address)[
        words.OPEN_MAIL, unseen(f": {template.title}")
    ]


def _log(scene: Scene, template: Template, rule: MessageRule, facts: Facts) -> Node:
    """Return the buttons that log it, and what of it is logged for today."""
    first = scene.answers.log_from
    if first is None or "interview" in scene.answers.problems:
        return p(".hint")[
            words.LOG_NEEDS_INTERVIEW, a(href=DATES_ADDRESS)[words.DATES], words.FULL_STOP
        ]
    if scene.today < first:
        return p(".hint")[prose(words.can_log_from(first))]
    logged = _logged_today(scene, rule)
    left = [kind for kind in rule.kinds if kind not in logged]
    who = facts.addressee.name if facts.addressee and rule.to == "person" else ""
    return [
        [_logged(template.name, kind, scene.today) for kind in rule.kinds if kind in logged],
        left and p(".hint")[words.LOG_BY_YOU],
        left and div(".actions")[(_log_button(template, kind, rule, who) for kind in left)],
    ]


def _logged_today(scene: Scene, rule: MessageRule) -> set[str]:
    """Return the kinds of entries for today that count, with the message's purpose."""
    return {
        entry.kind
        for entry in scene.answers.log
        if not entry.removed
        and any(
            contact.day == scene.today and contact.purpose == rule.purpose
            for contact in entry.contacts
        )
    }


def _logged(name: str, kind: str, today: date) -> Element:
    return p(".message-logged")[
        prose(words.logged_today(kind, today)),
        a(id=f"logged-{name}-{kind}", href=LOG_ADDRESS)[words.SEE_LOG],
    ]


def _log_button(template: Template, kind: str, rule: MessageRule, who: str) -> Element:
    """Return what logs it with one press; if they were heard, what asks for the day they named."""
    if names_new_decision(kind):
        heard = {"data-tell": kind, "data-who": who}
        return a(heard, id=f"log-{template.name}-{kind}", href=FORM_ADDRESS)[
            words.LOG_SENT[kind], unseen(f": {template.title}")
        ]
    is_left = rule.spoken and rule.kinds == ("called",)
    marks: dict[str, str] = {
        "data-log": kind,
        "data-purpose": rule.purpose,
        "data-who": who,
        "data-goto": f"logged-{template.name}-{kind}",
    }
    return button(marks, type="button", id=f"log-{template.name}-{kind}")[
        words.LOG_LEFT if is_left else words.LOG_SENT[kind], unseen(f": {template.title}")
    ]
