"""Every page of tools: rows of steps, progress, the status block, and what is said while
something is amiss."""

from followup.view.every_page import progress, switcher

PANELS = {
    "progress": progress,
    "switcher": switcher,
}
"""What this page offers, by the name by which a page places it."""
