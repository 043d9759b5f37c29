"""Bring it back: what a copy or a link with dates holds, and what taking it would change."""

from followup.view.bring_it_back import link_dates, restore

PANELS = {
    "restore": restore,
    "link-dates": link_dates,
}
"""What this page offers, by the name by which a page places it."""
