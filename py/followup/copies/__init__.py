"""Copies: what leaves this browser or is brought in, as link, file, calendar entry or text."""
