"""Files of public holidays as the page fetches them, cut down to what the tests need."""

import json

from followup.view.parts.scene import COUNTRIES_FILE, country_file

COUNTRIES = {
    "years": [2025, 2030],
    "countries": [["AE", "United Arab Emirates"], ["FR", "France"], ["GB", "United Kingdom"]],
}
UNITED_KINGDOM = {
    "format": 2,
    "country": "GB",
    "name": "United Kingdom",
    "years": [2025, 2030],
    "weekend": [5, 6],
    "weekends": {},
    "parts": [["ENG", "England"], ["SCT", "Scotland"]],
    "names": [
        "New Year's Day",
        "Christmas Day",
        "Boxing Day",
        "Boxing Day (observed)",
        "New Year Holiday",
        "Easter Monday",
    ],
    "common": [
        ["2026-12-25", 1],
        ["2026-12-26", 2],
        ["2026-12-28", 3],
        ["2027-01-01", 0],
    ],
    "whole": [["2027-03-29", 5]],
    "own": {"ENG": [["2027-03-29", 5]], "SCT": [["2027-01-04", 4]]},
}
EMIRATES = {
    "country": "AE",
    "name": "United Arab Emirates",
    "years": [2025, 2026],
    "weekend": [5, 6],
    "weekends": {"SH": [4, 5, 6]},
    "parts": [["SH", "Sharjah"]],
    "names": ["National Day"],
    "common": [["2026-12-02", 0]],
    "own": {},
}

FILES: dict[str, str | None] = {
    COUNTRIES_FILE: json.dumps(COUNTRIES),
    country_file("GB"): json.dumps(UNITED_KINGDOM),
    country_file("AE"): json.dumps(EMIRATES),
}
"""Text of each file by its name."""
