"""Bring it back: what a copy holds, and what taking it would change."""

from followup.view.bring_it_back import restore

PANELS = {
    "restore": restore,
}
"""What this page offers, by the name by which a page places it."""
