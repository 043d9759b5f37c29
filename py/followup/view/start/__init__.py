"""The start page: the next step and the whole journey."""

from followup.view.start import journey, next_step

PANELS = {
    "next-step": next_step,
    "journey": journey,
}
"""What this page offers, by the name by which a page places it."""
