"""Modules that take the place of the library's in the memory image, where nobody calls them.

Pyodide imports a loop for waiting tasks and a loader for packages at its start, and these import a
third of the library. The program waits for nothing, and in the image everything is loaded.
"""
