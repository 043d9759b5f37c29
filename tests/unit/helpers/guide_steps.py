"""Steps for guides that are made up in tests, dated as the guide's own are."""

import json
import tomllib
from pathlib import Path

from followup.guide.contents import Guide, Step

RECORDED = Path(__file__).parents[2] / "cases/step-rules.toml"
"""The rule of each step, recorded when the rules stood in Python; later ones added since."""


def _recorded() -> Guide:
    rules = tomllib.loads(RECORDED.read_text("utf-8"))
    steps = [{"name": name, "label": name, "rule": rule} for name, rule in rules.items()]
    page = {"path": "guide/all.md", "title": "All", "steps": steps}
    return Guide.from_json(json.dumps({"pages": [page]}))


ALL_STEPS = _recorded()
"""A guide of one page with every step."""

RULES = ALL_STEPS.rules


def step(name: str, label: str = "", *, core: bool = False) -> Step:
    """Return a step of the guide with a label of its own."""
    return Step(name, label or name, core, rule=RULES[name])
