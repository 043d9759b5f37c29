"""How things stand while serving: the site that is shown, a mistake, and how far packing is."""

import threading
from dataclasses import asdict, dataclass, replace
from pathlib import Path


@dataclass(frozen=True)
class Standing:
    """How things stand.

    Attributes:
        number: of the site that is shown; 0 while there is none.
        site: its folder.
        mistake: what stopped the last build, in plain sentences; empty if nothing did.
        packing: what the packer does; empty while it does nothing.
    """

    number: int = 0
    site: Path | None = None
    mistake: str = ""
    packing: str = ""

    def for_page(self) -> dict[str, object]:
        """Return what a page asks for."""
        return {key: value for key, value in asdict(self).items() if key != "site"}


class Board:
    """Holds how things stand, for the builder, the packer and all requests at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._standing = Standing()

    @property
    def now(self) -> Standing:
        """How things stand."""
        with self._lock:
            return self._standing

    def show(self, site: Path) -> None:
        """Show a site that has been built."""
        with self._lock:
            number = self._standing.number + 1
            self._standing = replace(self._standing, number=number, site=site, mistake="")

    def tell(self, mistake: str) -> None:
        """Tell of a mistake that stopped a build."""
        with self._lock:
            self._standing = replace(self._standing, mistake=mistake)

    def pack(self, doing: str) -> None:
        """Say what the packer does; nothing once it is done."""
        with self._lock:
            self._standing = replace(self._standing, packing=doing)
