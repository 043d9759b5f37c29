"""The files of public holidays that the questions of `exercise` bring along."""

import json

COUNTRIES = {"years": [2025, 2026], "countries": [["GB", "United Kingdom"], ["XX", "Nowhere"]]}
UNITED_KINGDOM = {
    "format": 2,
    "country": "GB",
    "name": "United Kingdom",
    "years": [2025, 2026],
    "weekend": [5, 6],
    "weekends": {"SCT": [6]},
    "parts": [["ENG", "England"], ["SCT", "Scotland"]],
    "names": ["Christmas Day", "Boxing Day (observed)", "Saint Andrew's Day"],
    "common": [["2026-12-25", 0]],
    "whole": [["2026-12-28", 1]],
    "own": {"SCT": [["2026-11-30", 2]]},
}
FILES = {
    "holidays/index.json": json.dumps(COUNTRIES),
    "holidays/GB.json": json.dumps(UNITED_KINGDOM),
    "holidays/XX.json": '{"country":"XX","na',
    "holidays/YY.json": None,
}
"""What the page has fetched: whole files, one that was cut short, one that could not be had."""
