"""Share with an adviser: the plan as text, table and print."""

from followup.view.share_with_adviser import adviser

PANELS = {
    "adviser": adviser,
}
"""What this page offers, by the name by which a page places it."""
