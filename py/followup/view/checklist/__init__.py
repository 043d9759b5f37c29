"""Checklist: all steps of the guide as they stand."""

from followup.view.checklist import checklist

PANELS = {
    "checklist": checklist,
}
"""What this page offers, by the name by which a page places it."""
