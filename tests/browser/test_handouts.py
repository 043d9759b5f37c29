"""The hand-outs as files: tagged, named, one sheet each, and a code that leads to their page."""

import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from playwright.sync_api import Browser
from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, PdfObject

from followup import words
from followup_site.pages.handout_list import HANDOUTS, PAPERS
from followup_site.publish import handouts

MILLIMETRE = 72 / 25.4
SHEETS = {"A4": (210, 297), "Letter": (215.9, 279.4)}
"""Millimetres."""

SIDE = 400
"""Pixels of the picture that is drawn of a code."""


@pytest.fixture(scope="module", name="files")
def _files(
    browser: Browser, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[str, str], Path]:
    """All of them, made once of the built site, by name and paper."""
    assert site == handouts.SITE
    folder = tmp_path_factory.mktemp("docs")
    made = set(handouts.write_handouts(browser, folder))
    found = {
        (handout.name, paper): handout.file(folder, paper)
        for handout in HANDOUTS
        for paper in PAPERS
    }
    assert made == set(found.values())
    return found


@pytest.fixture(name="readers")
def _readers(files: dict[tuple[str, str], Path]) -> dict[tuple[str, str], PdfReader]:
    """What is in each of them."""
    return {key: PdfReader(path) for key, path in files.items()}


def test_a_handout_is_one_sheet_of_its_size(readers: dict[tuple[str, str], PdfReader]) -> None:
    """Of which nobody has to print a second for one line."""
    for (name, paper), pdf in readers.items():
        (page,) = pdf.pages
        size = (float(page.mediabox.width) / MILLIMETRE, float(page.mediabox.height) / MILLIMETRE)
        assert size == pytest.approx(SHEETS[paper], abs=0.5), name


def test_a_handout_says_its_name_its_language_and_its_parts(
    readers: dict[tuple[str, str], PdfReader],
) -> None:
    """For those who listen to it, and for those who keep it among other files."""
    for (name, _), pdf in readers.items():
        root = pdf.root_object
        levels = heading_levels(resolved(root["/StructTreeRoot"]))

        assert resolved(root["/MarkInfo"])["/Marked"].value is True, name
        assert str(root["/Lang"]).startswith("en")
        assert pdf.metadata
        assert str(pdf.metadata.title).startswith(f"{words.HANDOUTS[name]} - ")
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert len(pdf.outline) >= 1


def test_the_code_on_a_handout_leads_to_its_page(
    readers: dict[tuple[str, str], PdfReader],
) -> None:
    """It is read back from the very file, and the address stands beside it in words."""
    pages = {handout.name: handout.address for handout in HANDOUTS}
    for (name, _), pdf in readers.items():
        address = f"{handouts.site_address()}{pages[name]}"
        (found,) = zxingcpp.read_barcodes(memoryview(picture_in(pdf)).cast("B", (SIDE, SIDE)))
        assert found.text == address
        assert address in "".join(pdf.pages[0].extract_text().split())


def test_links_of_a_handout_lead_to_the_published_site(
    readers: dict[tuple[str, str], PdfReader],
) -> None:
    """Not to the machine on which it was made."""
    notes = [
        resolved(note)
        for pdf in readers.values()
        for note in resolved(pdf.pages[0].get("/Annots", ArrayObject()))
    ]
    addresses = {str(resolved(note["/A"])["/URI"]) for note in notes if "/A" in note}

    assert addresses
    assert all(address.startswith(handouts.site_address()) for address in addresses)


def test_the_same_page_gives_the_same_bytes(
    browser: Browser, files: dict[tuple[str, str], Path], tmp_path: Path
) -> None:
    """So that a hand-out changes only with its page."""
    made = list(islice(handouts.write_handouts(browser, tmp_path), len(PAPERS)))
    before = list(files.values())[: len(PAPERS)]

    assert [path.read_bytes() for path in made] == [path.read_bytes() for path in before]


def picture_in(pdf: PdfReader) -> bytes:
    """Return the code on the first page as grey pixels: its bars are the shape of most parts."""
    shapes: list[list[list[tuple[float, float]]]] = [[]]
    for operands, operator in ContentStream(pdf.pages[0].get_contents(), pdf).operations:
        if operator == b"m":
            shapes[-1].append([])
        if operator in {b"m", b"l"}:
            shapes[-1][-1].append((float(operands[0]), float(operands[1])))
        elif operator in {b"f", b"f*", b"S", b"n"}:
            shapes.append([])
    return drawn(max(shapes, key=len))


def drawn(bars: list[list[tuple[float, float]]]) -> bytes:
    """Return rectangles, each given by its corners, as black on white with a margin."""
    everything = [corner for bar in bars for corner in bar]
    left, top = (min(corner[axis] for corner in everything) for axis in (0, 1))
    width = max(corner[0] for corner in everything) - left
    margin = SIDE // 10
    scale = (SIDE - 2 * margin) / width
    pixels = bytearray(b"\xff" * SIDE * SIDE)
    for bar in bars:
        xs = [round((x - left) * scale) + margin for x, _ in bar]
        ys = [round((y - top) * scale) + margin for _, y in bar]
        for y in range(min(ys), max(ys)):
            pixels[y * SIDE + min(xs) : y * SIDE + max(xs)] = bytes(max(xs) - min(xs))
    return bytes(pixels)


def heading_levels(tree: DictionaryObject) -> list[int]:
    """Return the levels of the headings of a structure tree in reading order."""
    return [int(tag[2:]) for tag in tags_in(tree) if re.fullmatch(r"/H[1-6]", tag)]


def tags_in(element: DictionaryObject) -> Iterator[str]:
    """Yield the tags of a structure tree in reading order."""
    if "/S" in element:
        yield str(element["/S"])
    children = resolved(element.get("/K", ArrayObject()))
    for child in children if isinstance(children, list) else [children]:
        if isinstance(resolved(child), DictionaryObject):
            yield from tags_in(resolved(child))


def resolved(value: PdfObject) -> Any:  # noqa: ANN401 (a file may hold anything)
    """Return what a value in a file stands for."""
    return value.get_object()


@pytest.mark.parametrize(("options", "code"), [([], 1), ([handouts.IF_POSSIBLE], 0)], ids=str)
def test_without_a_browser_there_are_none_and_a_sentence_says_so(
    tmp_path: Path, options: list[str], code: int
) -> None:
    """A site that is being published is published all the same."""
    told = subprocess.run(
        [sys.executable, "-m", "followup_site.publish.handouts", *options],
        env={
            "PATH": str(tmp_path),
            "PYTHONPATH": str(Path(handouts.__file__).parents[2]),
            "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path),
            # Nobody listens there.
            "PLAYWRIGHT_DOWNLOAD_HOST": "http://127.0.0.1:9",
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode == code, told.stderr
    assert "No Chromium was found, and none could be fetched." in told.stdout + told.stderr
    assert "Traceback" not in told.stderr
