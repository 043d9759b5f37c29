"""Put it in your calendar: the next step as a calendar file, as text, or in Google's form."""

from htpy import Element, Node, a, button, details, div, fieldset, legend, p, pre, summary

from followup import words
from followup.copies.calendar_file import google_form, write_calendar
from followup.dates.plan import DatedStep
from followup.guide.contents import Guide
from followup.records.record import ALL
from followup.view.calendar.calendar_entries import DEFAULTS, NAMES, TIME, Handout, steps_to_do
from followup.view.parts import radios
from followup.view.parts.markup import View, exact, prose
from followup.view.parts.scene import Scene
from followup.view.when_to_follow_up.plan import answer

CHOICES = {
    TIME: (words.CALENDAR_TIME, words.CALENDAR_TIMES, words.CALENDAR_TIME_HINT),
    NAMES: (words.LINK_NAMES, words.LINK_NAMES_CHOICES, words.CALENDAR_NAMES_HINT),
}
BOX = "calendar-box"
TEXT, NEXT, EVERY = "calendar-text", "calendar-next", "calendar-every"
"""Ids of the text to copy, and of the files with the next step and with all steps."""

FILE_NAME = "follow-up.ics"
DATES_PAGE = "../dates/"
"""From the other pages of the plan."""


def blank(_guide: Guide) -> Node:
    """Return the choices, and the places of the answer, the buttons and the texts."""
    return [
        div({"data-output": "calendar.answer"})[p(".answer")[prose(words.NO_INTERVIEW)]],
        div(id=BOX, hidden=True)[
            div(".calendar-choices")[(_choice(name) for name in CHOICES)],
            div({"data-output": "calendar.buttons"}),
            p(".hint")[prose(words.CALENDAR_TROUBLE)],
            pre(".calendar-text", {"data-output": TEXT}, id=TEXT, dir="auto"),
            pre({"data-output": NEXT}, id=NEXT, hidden=True),
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
    view.show("calendar.buttons", _buttons(handout, name, step))
    view.show("calendar.all", _download(EVERY, words.CALENDAR_ADD_ALL, steps))


def _answer(scene: Scene) -> Node:
    known = scene.plan is not None and scene.plan.current is not None
    return [
        p(".answer")[prose(answer(scene))],
        None if known else p[a(href=DATES_PAGE)[words.GO_TO_DATES]],
    ]


def _buttons(handout: Handout, name: str, step: DatedStep) -> Node:
    return [
        _state(handout.scene, name, step),
        div(".actions")[
            _download(NEXT, words.CALENDAR_ADD, {name: step}),
            button({"data-copy": TEXT}, type="button", id="calendar-copy")[words.COPY_AS_TEXT],
        ],
        p(".hint")[prose(words.GOOGLE_NO_ALARM)],
        p(".hint")[_google(handout, name, step), " ", prose(words.GOOGLE_GETS)],
    ]


def _state(scene: Scene, name: str, step: DatedStep) -> Node:
    """Return what is to know before the step is put into a calendar, if anything is."""
    if step.act_on == scene.today:
        return p(".hint")[prose(words.CALENDAR_TODAY)]
    exported = scene.state.exported(scene.interview_id, name)
    if exported and exported.day == step.act_on:
        return p(".hint")[prose(words.in_your_calendar(step.act_on))]
    return None


def _download(element_id: str, text: str, steps: dict[str, DatedStep]) -> Element:
    marks = {
        "data-download": element_id,
        "data-name": FILE_NAME,
        "data-type": "text/calendar",
        **_exports(steps),
    }
    return button(marks, type="button", id=f"add-{element_id}")[text]


def _exports(steps: dict[str, DatedStep]) -> dict[str, str]:
    """Return the marks by which the page notes what was put into a calendar, and on which days."""
    return {
        "data-exports": " ".join(steps),
        "data-day": " ".join(step.act_on.isoformat() for step in steps.values()),
    }


def _google(handout: Handout, name: str, step: DatedStep) -> Element:
    return a(
        _exports({name: step}),
        id="calendar-google",
        href=google_form(handout.title(step), step.act_on),
        target="_blank",
        rel="noopener noreferrer",
    )[words.GOOGLE_FORM]
