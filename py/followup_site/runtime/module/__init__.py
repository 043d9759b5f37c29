"""Pyodide's module in two parts: what the program calls, and all else."""
