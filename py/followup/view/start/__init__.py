"""The start page: the next step and the whole journey."""

from followup.view.start import ask, journey, next_step, what_happened

PANELS = {
    "next-step": next_step,
    "journey": journey,
    "ask": ask,
    "what-happened": what_happened,
}
"""What this page offers, by the name by which a page places it."""
