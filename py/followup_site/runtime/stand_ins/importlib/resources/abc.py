"""`importlib.abc` imports it for the sake of names that have been given up."""
