"""A profile in words: whose it is, and what it makes different from the guide's plan."""

from collections.abc import Iterator

from htpy import Node, a, bdi, li, p, strong, ul

from followup import words
from followup.dates.regions import read_countries
from followup.dates.rules import GUIDE
from followup.errors import RegionError
from followup.records.office import OfficeProfile
from followup.records.settings import NUMBER_NAMES
from followup.view.parts.markup import prose
from followup.view.parts.scene import COUNTRIES_FILE, Scene


def whose(profile: OfficeProfile) -> Node:
    """Return who has set it up, and how to reach them. The address stands there in full."""
    return [
        p(".set-up-by")[words.SET_UP_BY, strong[bdi[profile.name]], "."],
        (profile.contact or profile.web)
        and p(".office-contact")[
            bdi[profile.contact],
            " " if profile.contact and profile.web else None,
            profile.web and a(href=profile.web, rel="noopener noreferrer nofollow")[profile.web],
        ],
    ]


def changes(scene: Scene, profile: OfficeProfile) -> Node:
    """Return what the profile makes different from the guide's plan, and the steps it adds."""
    lines = list(_differences(scene, profile))
    return [
        p[prose(words.OFFICE_SETS if lines else words.OFFICE_SETS_NOTHING)],
        ul(".office-sets")[(li[line] for line in lines)] if lines else None,
        [p[words.OFFICE_STEPS], _steps(profile)] if profile.steps else None,
    ]


def _differences(scene: Scene, profile: OfficeProfile) -> Iterator[str]:
    for name, number in profile.numbers:
        guide: int = getattr(GUIDE, NUMBER_NAMES[name])
        if number != guide:
            yield words.office_number(words.NUMBER_QUESTIONS[NUMBER_NAMES[name]], number, guide)
    if profile.first_channel not in ("", GUIDE.first_channel):
        yield words.office_channel(
            words.CHANNEL_QUESTIONS["first-channel"],
            words.CHANNEL_CHOICES[profile.first_channel],
            words.CHANNEL_CHOICES[GUIDE.first_channel],
        )
    if profile.thanks == "no":
        yield words.OFFICE_NO_THANKS
    if profile.country:
        yield words.office_holidays(country_name(scene, profile.country))


def _steps(profile: OfficeProfile) -> Node:
    return ul(".office-adds")[
        (
            li[bdi[one.label], when and f" ({when})"]
            for one in profile.steps
            for when in [words.office_step_when(one.anchor, one.count)]
        )
    ]


def country_name(scene: Scene, code: str) -> str:
    """Return the name of a country as a sentence has it; its code if the list is not here."""
    name = countries(scene).get(code)
    return words.country_in_sentence(name) if name else code


def countries(scene: Scene) -> dict[str, str]:
    """Return the name of every country that has public holidays; none if the list is not here."""
    text = scene.files.get(COUNTRIES_FILE)
    try:
        return dict(read_countries(text)) if text else {}
    except RegionError:
        return {}
