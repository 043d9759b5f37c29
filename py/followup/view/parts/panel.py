"""What a panel is: a part of a page that is built empty and filled with what the reader has."""

from collections.abc import Callable
from typing import Protocol

from htpy import Node

from followup.guide.contents import Guide
from followup.view.parts.markup import View
from followup.view.parts.scene import Scene


class Panel(Protocol):
    """A module that draws one panel."""

    @property
    def blank(self) -> Callable[[Guide], Node]:
        """Return what stands in the page as it is built."""

    @property
    def fill(self) -> Callable[[Scene], View]:
        """Return what the panel shows of a scene."""
