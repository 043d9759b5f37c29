"""Careers offices: an office's profile, offered and in use, and the page that makes one."""

from followup.view.careers_offices import (
    office_in_use,
    office_kit,
    office_link,
    office_offer,
    office_own_steps,
    office_steps,
)

PANELS = {
    "office-offer": office_offer,
    "office-in-use": office_in_use,
    "office-steps": office_steps,
    "office-profile": office_kit,
    "office-own-steps": office_own_steps,
    "office-link": office_link,
}
"""What these pages offer, by the name by which a page places it."""
