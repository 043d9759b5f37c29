"""Follow Up: works out when to get in touch after a job interview, and why.

The same package runs in two rooms: in CPython it renders the empty tools into the pages when the
site is built; in Pyodide, in the reader's browser, it renders them with the reader's data.
Its one door is `followup.app.open_app`.
"""

__version__ = "0.1.0"
