"""Names in the demo, all made up."""

SAMPLE_WAITING = ("Harbour Books", "Events assistant")
SAMPLE_COMING = ("Northfield Library", "Library assistant")
SAMPLE_WRITTEN = ("Green Lane Energy", "Trainee planner")
"""Employer and job: where a call is due, where the interview is to come, where one wrote."""

SAMPLE_PERSON = {"name": "Grace Okafor", "title": "Team leader"}
