"""My interviews: how each stands, their names, and what is due in all of them."""

from followup.view.my_interviews import due_list, interview_names, interviews

PANELS = {
    "interviews": interviews,
    "names": interview_names,
    "due": due_list,
}
"""What this page offers, by the name by which a page places it."""
