"""What a guide page tells search engines about its steps: the type HowTo of schema.org, as JSON-LD.

The rest, which needs the page's place in the site, is in `overrides/partials/structured-data.html`.
"""

import json

from htpy import Element, script
from markupsafe import Markup

from followup.guide.contents import Page, Step
from followup.guide.numbers import filled

IN_SCRIPT = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&"}
"""The signs that could end a script element early, as JSON may write them."""


def how_to(page: Page, site_url: str) -> Element:
    """Return the data block of a guide page.

    Args:
        page: with its steps.
        site_url: where the site starts, with a slash at its end.
    """
    address = f"{site_url}{page.address}"
    data = {
        "@context": "https://schema.org",
        "@type": "HowTo",
        "name": page.title,
        "inLanguage": "en-GB",
        "mainEntityOfPage": address,
        "step": [_step(step, address) for step in page.steps],
    }
    text = json.dumps(data, ensure_ascii=False).translate(IN_SCRIPT)
    # No sign is left that could be markup.
    return script(type="application/ld+json")[Markup(text)]  # noqa: S704


def _step(step: Step, address: str) -> dict[str, str]:
    label = filled(step.label)
    return {
        "@type": "HowToStep",
        "name": label,
        "text": " ".join(filter(None, (f"{label}.", filled(step.hint)))),
        "url": f"{address}#{step.name}",
    }
