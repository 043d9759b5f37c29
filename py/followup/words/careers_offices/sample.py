"""Names in the demo, all made up."""

SAMPLE_WAITING = ("Harbour Books", "Events assistant")
SAMPLE_COMING = ("Northfield Library", "Library assistant")
SAMPLE_WRITTEN = ("Green Lane Energy", "Trainee planner")
"""Employer and job: where an email is due, where the interview is to come, where one was sent."""

SAMPLE_PERSON = {"name": "Grace Okafor", "title": "Team leader"}
