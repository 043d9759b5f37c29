"""A loader of packages that has nothing to load. It tells where Pyodide would put them."""

from pyodide_js import loadedPackages as loadedPackages  # noqa: PLC0414 # as in webloop.py


class _Place:
    """A path, without the modules for paths."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __str__(self) -> str:
        return self.path


SITE_PACKAGES = _Place("/lib/python3.13/site-packages")
DSO_DIR = _Place("/usr/lib")


def init_loaded_packages() -> None:
    """Do nothing."""
