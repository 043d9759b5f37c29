"""Pyodide imports it, and looks for what is in it only once somebody waits for a promise."""
