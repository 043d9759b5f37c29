"""Save a copy: links, files, where everything is kept, and when a copy is due."""

from followup.view.save_a_copy import backup, copy_reminder, link, offline, storage

PANELS = {
    "link": link,
    "backup": backup,
    "storage": storage,
    "offline": offline,
    "copy-reminder": copy_reminder,
}
"""What this page offers, by the name by which a page places it."""
