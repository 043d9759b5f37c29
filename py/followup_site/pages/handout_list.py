"""The hand-outs: which there are, of which page each is made, and where its files stand.

Their names and sizes of paper are in the addresses of the files, so they do not change.
"""

from dataclasses import dataclass
from pathlib import Path

PAPERS = ("A4", "Letter")
FOLDER = "assets/made/handouts"
"""Below the documents' folder."""


@dataclass(frozen=True)
class Handout:
    """One page of the site as a sheet of paper to hand out.

    Attributes:
        name: what its files are called, and its key in `words.HANDOUTS`.
        page: the page's path below the documents' folder.
        paper: which of the page's papers is printed, as in `data-print`.
        choose: the choice to make on the page first, as a selector; empty for none.
        heading: what stands at the head of the sheet, as a selector.
        end: after which element the page's address stands, as a selector.
    """

    name: str
    page: str
    paper: str
    choose: str
    heading: str
    end: str

    @property
    def address(self) -> str:
        """The page's address below the site's, as in "plan/card/"."""
        return self.page.removesuffix(".md") + "/"

    def file(self, docs: Path, paper: str) -> Path:
        """Return where the hand-out on paper of that size stands."""
        return docs / FOLDER / f"{self.name}-{paper.lower()}.pdf"


HANDOUTS = (
    Handout(
        name="core-checklist",
        page="plan/checklist.md",
        paper="page",
        choose='input[name="show"][value="core"]',
        heading="h1",
        end=".panel.checklist",
    ),
    Handout(
        name="interview-day-card",
        page="plan/card.md",
        paper="blank",
        choose="",
        heading=".blank-card h2",
        end=".blank-card-sides + p",
    ),
    Handout(
        name="telephone-script",
        page="guide/first-contact.md",
        paper="script",
        choose="",
        heading='h3:has(+ [data-message="call"])',
        end='[data-message="call"]',
    ),
)
