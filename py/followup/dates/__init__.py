"""Dates: civil dates, closed days, the rules with their numbers, and the plan made of them."""
