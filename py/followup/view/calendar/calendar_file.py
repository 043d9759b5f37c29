"""Put it in your calendar: the next step by the program that the reader uses, as a file or in the
form of Google or Microsoft; all dates as a file; and the next step as text.

The options are folded, as most readers need none of them. What is chosen is said in one line.
"""

from datetime import datetime

from htpy import Element, Node, a, button, details, div, fieldset, h3, legend, p, pre, summary

from followup import words
from followup.copies.calendar_file import write_calendar
from followup.copies.calendar_forms import google_form, office_form, outlook_form
from followup.dates.plan import DatedStep
from followup.guide.contents import Guide
from followup.records.record import ALL, BY_FORM, CALENDAR
from followup.view.calendar.calendar_entries import DEFAULTS, NAMES, TIME, Handout, steps_to_do
from followup.view.parts import radios
from followup.view.parts.markup import View, exact, lead_on, prose, unseen
from followup.view.parts.scene import Scene
from followup.view.when_to_follow_up.plan import answer

CHOICES = {
    TIME: (words.CALENDAR_TIME, words.CALENDAR_TIMES, words.CALENDAR_TIME_HINT),
    NAMES: (words.LINK_NAMES, words.LINK_NAMES_CHOICES, words.CALENDAR_NAMES_HINT),
}
FORMS = {"google": google_form, "outlook": outlook_form, "office": office_form}
"""The programs that have a form; the others take a file."""

BOX = "calendar-box"
TEXT, NEXT, EVERY = "calendar-text", "calendar-next", "calendar-every"
"""Ids of the text to copy, and of the files with the next step and with all steps."""

WHICH = "calendar-which"
FILE_NAME = "follow-up.ics"
DATES_PAGE = "../dates/"
QUESTIONS = f"{DATES_PAGE}#your-interview"
"""From the other pages of the plan."""


def blank(_guide: Guide) -> Node:
    """Return the choices, and the places of the answer, the programs and the texts."""
    return [
        div({"data-output": "calendar.answer"})[_without_date()],
        div(id=BOX, hidden=True)[
            div({"data-output": "calendar.buttons"}),
            pre({"data-output": NEXT}, id=NEXT, hidden=True),
            details(".more", id="calendar-options")[
                summary[words.CALENDAR_OPTIONS],
                div(".calendar-choices")[(_choice(name) for name in CHOICES)],
            ],
            details(".more", id="calendar-as-text")[
                summary[words.CALENDAR_AS_TEXT],
                p(".hint")[prose(words.CALENDAR_TROUBLE)],
                pre(".calendar-text", {"data-output": TEXT}, id=TEXT, dir="auto"),
                div(".actions")[
                    button({"data-copy": TEXT}, type="button", id="calendar-copy")[
                        words.COPY_AS_TEXT
                    ]
                ],
            ],
            details(".more", id="calendar-all")[
                summary[words.CALENDAR_ALL],
                p[prose(words.CALENDAR_ALL_CAVEAT)],
                div(".actions", {"data-output": "calendar.all"}),
                pre({"data-output": EVERY}, id=EVERY, hidden=True),
            ],
        ],
    ]


def _choice(name: str) -> Element:
    title, options, hint = CHOICES[name]
    return fieldset(".choice", {"data-of": ALL}, aria_describedby=f"{name}-hint")[
        legend[title],
        p(".hint", id=f"{name}-hint")[hint],
        radios.blank(name, options, DEFAULTS[name]),
    ]


def fill(scene: Scene) -> View:
    """Return the next step and what puts it into a calendar; without one, what is missing."""
    view = View()
    handout = Handout(scene)
    for name, (_, options, _) in CHOICES.items():
        view.add(radios.fill(name, options, handout.chosen(name)))
    steps = steps_to_do(scene)
    view.hide(BOX, hidden=not steps)
    view.show("calendar.answer", _answer(scene))
    for name in (TEXT, NEXT, EVERY, "calendar.buttons", "calendar.all"):
        view.show(name, None)
    if steps:
        _fill_box(view, handout, steps)
    return view


def _fill_box(view: View, handout: Handout, steps: dict[str, DatedStep]) -> None:
    today = handout.scene.today
    entries = [handout.entry(name, step) for name, step in steps.items()]
    name, step = next(iter(steps.items()))
    view.show(TEXT, handout.text(step))
    view.show(NEXT, exact(write_calendar(entries[:1], today)))
    view.show(EVERY, exact(write_calendar(entries, today)))
    view.show("calendar.buttons", _programs(handout, name, step))
    view.show("calendar.all", _download(EVERY, EVERY, words.CALENDAR_ADD_ALL, steps))


def _without_date() -> Node:
    return [lead_on(words.FIRST_THING, QUESTIONS), p[prose(words.CALENDAR_NEEDS_DATE)]]


def _answer(scene: Scene) -> Node:
    if scene.plan is None and not scene.answers.outcome and not scene.answers.problems:
        return _without_date()
    known = scene.plan is not None and scene.plan.current is not None
    return [
        p(".answer")[prose(answer(scene))],
        None if known else lead_on(words.GO_TO_DATES, DATES_PAGE),
    ]


def _programs(handout: Handout, name: str, step: DatedStep) -> Node:
    """Return a button for each program, and before it what goes where."""
    whole_day = not isinstance(handout.start(step), datetime)
    names = handout.chosen(NAMES) == "yes"
    is_today = step.act_on == handout.scene.today
    return [
        p(".hint")[prose(words.CALENDAR_TODAY)] if is_today else None,
        div(".calendar-programs")[
            h3(id=WHICH)[words.CALENDAR_WHICH],
            p[prose(words.forms_get(whole_day=whole_day, names=bool(handout.employer)))],
            div(".actions", role="group", aria_labelledby=WHICH)[
                (_program(handout, program, name, step) for program in words.CALENDAR_PROGRAMS)
            ],
            p(".hint")[prose(words.calendar_chosen(whole_day=whole_day, names=names))],
        ],
        # What comes with a press stands below, so that nothing moves under the finger.
        None if is_today else _put_in(handout.scene, name, step),
    ]


def _program(handout: Handout, program: str, name: str, step: DatedStep) -> Element:
    text = words.CALENDAR_PROGRAMS[program]
    if program not in FORMS:
        return _download(program, NEXT, text, {name: step})
    without_link = BY_FORM + name.removeprefix(CALENDAR)
    return a(
        _exports({name: step, without_link: step}),
        id=f"add-{program}",
        href=FORMS[program](handout.title(step), handout.start(step)),
        target="_blank",
        rel="noopener noreferrer",
        referrerpolicy="no-referrer",
    )[text, unseen(words.IN_NEW_TAB)]


def _put_in(scene: Scene, name: str, step: DatedStep) -> Node:
    exported = scene.state.exported(scene.interview_id, name)
    if exported and exported.day == step.act_on:
        return p(".hint")[prose(words.in_your_calendar(step.act_on))]
    return None


def _download(name: str, element_id: str, text: str, steps: dict[str, DatedStep]) -> Element:
    marks = {
        "data-download": element_id,
        "data-name": FILE_NAME,
        "data-type": "text/calendar",
        **_exports(steps),
    }
    return button(marks, type="button", id=f"add-{name}")[text]


def _exports(steps: dict[str, DatedStep]) -> dict[str, str]:
    """Return the marks by which the page notes what was put into a calendar, and on which days."""
    return {
        "data-exports": " ".join(steps),
        "data-day": " ".join(step.act_on.isoformat() for step in steps.values()),
    }
