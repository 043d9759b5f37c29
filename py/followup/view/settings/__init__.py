"""Settings: the reader's own numbers, country, weekend and closed days."""

from followup.view.settings import closed_days, closed_ranges, settings

PANELS = {
    "settings": settings,
    "closed-days": closed_days,
    "closed-ranges": closed_ranges,
}
"""What this page offers, by the name by which a page places it."""
