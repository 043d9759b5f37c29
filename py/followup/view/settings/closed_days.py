"""Public holidays and the weekend: which country, which part of it, and which years are known.

A country that the browser's language names is offered, never taken.
"""

from collections.abc import Mapping
from itertools import islice

from htpy import Element, Node, button, div, fieldset, label, legend, li, option, p, select, ul

from followup import words
from followup.dates.regions import Country, read_countries, suggested_country
from followup.errors import RegionError
from followup.guide.contents import Guide
from followup.records.record import ALL
from followup.records.settings import REGION_NAMES
from followup.view.parts import radios
from followup.view.parts.coverage import coverage_note
from followup.view.parts.markup import View, prose, time_of
from followup.view.parts.scene import COUNTRIES_FILE, Scene
from followup.view.settings import new_answer
from followup.view.settings.new_answer import WEEKEND
from followup.words import Sentence

DEFAULT_WEEKEND = "country"
SHOWN_HOLIDAYS = 6


def blank(_guide: Guide) -> Node:
    """Return the questions without any country."""
    return div({"data-of": ALL}, class_="settings-box")[
        div(".setting")[
            label(for_="country")[words.COUNTRY],
            div({"data-output": "suggested-country"}),
            p(".problem", {"data-output": "problem.country"}, id="country-problem"),
            select(
                {"data-text": "country", "data-output": "countries"},
                id="country",
                autocomplete="off",
                aria_describedby="country-problem country-years",
            )[option(value="")[words.NO_COUNTRY]],
            p(".hint", {"data-output": "country-years"}, id="country-years"),
            new_answer.blank("country"),
        ],
        div(".setting", id="part-question", hidden=True)[
            label(for_="part")[words.PART],
            p(".hint", id="part-hint")[words.PART_HINT],
            select(
                {"data-text": "part", "data-output": "parts"},
                id="part",
                autocomplete="off",
                aria_describedby="part-hint",
            )[option(value="")[words.NO_PART]],
            new_answer.blank("part"),
        ],
        div({"data-output": "next-holidays"}),
        _weekend(),
    ]


def _weekend() -> Element:
    return fieldset(".choice")[
        legend[words.WEEKEND_QUESTION],
        radios.blank(WEEKEND, words.WEEKEND_CHOICES, DEFAULT_WEEKEND),
        p(".outcome-of-choice", {"data-output": "weekend-now"}),
        new_answer.blank(WEEKEND),
    ]


def fill(scene: Scene) -> View:
    """Return what is chosen, what is known about it, and what can be chosen."""
    settings, country = scene.settings, scene.country
    countries = _countries(scene)
    view = View()
    view.show("countries", _options({"": words.NO_COUNTRY} | countries))
    view.inputs["country"] = {"value": settings.country}
    view.show("suggested-country", _suggestion(scene, countries))
    view.show("problem.country", prose(_problem(scene, countries)))
    view.show("country-years", _coverage(scene))
    parts = dict(country.parts) if country else {}
    view.show("parts", _options({"": words.NO_PART} | parts))
    view.inputs["part"] = {"value": settings.part if settings.part in parts else ""}
    view.hide("part-question", hidden=not parts)
    view.show("next-holidays", _next_holidays(scene, country) if country else None)
    for value in words.WEEKEND_CHOICES:
        view.inputs[f"weekend-{value}"] = {"checked": value == settings.weekend}
    view.show("weekend-now", prose(words.weekend_now(sorted(scene.closed.weekend))))
    view.add(new_answer.fill(scene, (*REGION_NAMES, WEEKEND)))
    return view


def _countries(scene: Scene) -> dict[str, str]:
    """Return the name of every country that can be chosen, the chosen one always among them."""
    settings, country = scene.settings, scene.country
    chosen = {settings.country: country.name if country else settings.country}
    text = scene.files.get(COUNTRIES_FILE)
    try:
        listed = dict(read_countries(text)) if text else {}
    except RegionError:
        listed = {}
    return listed if not settings.country or settings.country in listed else chosen | listed


def _options(texts: Mapping[str, str]) -> list[Element]:
    return [option(value=value)[text] for value, text in texts.items()]


def _suggestion(scene: Scene, countries: Mapping[str, str]) -> Node:
    code = suggested_country(scene.language, countries.keys())
    if code is None or scene.settings.country:
        return None
    marks = {"data-set-text": "country", "data-value": code}
    return button(marks, type="button", id="use-country")[words.use_country(countries[code])]


def _problem(scene: Scene, countries: Mapping[str, str]) -> Sentence:
    if scene.settings.country and scene.country is None:
        return words.holidays_missing(superseded=scene.superseded)
    return () if countries else words.countries_missing(superseded=scene.superseded)


def _coverage(scene: Scene) -> Node:
    if scene.country is None:
        return None
    note = coverage_note(scene)
    return [prose(words.years_known(*scene.country.years)), " " if note else None, prose(note)]


def _next_holidays(scene: Scene, country: Country) -> Node:
    holidays = country.holidays_of(scene.settings.part)
    days = islice(sorted(day for day in holidays if day >= scene.today), SHOWN_HOLIDAYS)
    rows = [li[time_of(day), f": {holidays[day]}"] for day in days]
    if not rows:
        return p(".hint")[prose(words.NO_NEXT_HOLIDAYS)]
    return [p(".list-title")[words.NEXT_HOLIDAYS], ul(".next-holidays")[rows]]
