"""Calendar: entries for the reader's own calendar."""

from followup.view.calendar import calendar_file, calendar_stale

PANELS = {
    "calendar-file": calendar_file,
    "calendar-stale": calendar_stale,
}
"""What this page offers, by the name by which a page places it."""
