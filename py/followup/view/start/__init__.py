"""The start page: the next step and the whole journey."""

from followup.view.start import ask, journey, next_step, what_happened

PANELS = {
    "ask": ask,
    "next-step": next_step,
    "what-happened": what_happened,
    "journey": journey,
}
"""What this page offers, by the name by which a page places it."""
