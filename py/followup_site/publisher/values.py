"""Reads who publishes this copy, from one file that the project itself never contains.

Run as `python -m followup_site.publisher.values`, it says what is wrong with that file, if it is.
"""

import os
import re
import sys
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from urllib.parse import urlsplit

import yaml  # type: ignore[import-untyped] # without types

DOCS = Path(__file__).parents[3] / "docs"
FILE = "publisher.toml"
"""Below the documents' folder. Whoever publishes a copy writes it."""

EXAMPLE_FILE = "publisher.example.toml"
"""Beside it: what stands in its place, and calls itself an example."""

AT = "SITE_URL"
"""In the environment: where the site is published. Without it nobody but its maker sees it."""

LONGEST = 200
"""Characters of a value."""

LONGEST_NAME = 40
"""Characters of the site's name, which stands in the bar at the top of a telephone."""

HERE = frozenset({"localhost", "127.0.0.1", "::1"})
"""Hosts that are the maker's own machine: what is shown there is not published."""

ADDRESS = re.compile(r"https://[^\s/\"<>]+\.[^\s\"<>]+")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
TELEPHONE = re.compile(r"(?:\D*\d){5}")
PLACEHOLDER = re.compile(r"[\[\]{}]")
SITE = re.compile(r"https://(?:\*\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::\d+)?")
"""Another site, as a content policy names it."""


class PublisherError(Exception):
    """The publisher's file cannot be used; the message names file, value and remedy."""


@dataclass(frozen=True)
class Publisher:
    """Who publishes a copy, in plain text.

    Attributes:
        name: of the site.
        owner: who publishes it.
        contact: how to reach them: an email address, a telephone number or an https address.
        paid_by: who pays.
        source: the https address of the source files.
        framed_by: other sites that may show the tools inside their pages, as in a content policy,
            with a blank between two. May be missing, and is empty then.
        is_example: whether nobody publishes it; each value then says so in a sentence.
    """

    name: str
    owner: str
    contact: str
    paid_by: str
    source: str
    framed_by: str = field(default="", kw_only=True)
    is_example: bool = field(default=False, kw_only=True)


KEYS = tuple(one.name for one in fields(Publisher) if not one.kw_only)
MAY_BE_MISSING = ("framed_by",)


def read_publisher(docs: Path, published_at: str = "") -> Publisher:
    """Return who publishes the site; the example, as long as a value is missing.

    Args:
        docs: the documents' folder.
        published_at: address at which readers will find it; empty if none will.

    Raises:
        PublisherError: a value is wrong; or one is missing, and readers will find the site.
    """
    example = _read(docs / EXAMPLE_FILE)
    path = docs / FILE
    if not path.exists():
        if is_for_readers(published_at):
            raise PublisherError(
                f"docs/{FILE} is not there, so nobody could tell who publishes {published_at}. "
                f"Copy docs/{EXAMPLE_FILE} to that name and write your own {_listed(KEYS)} in it."
            )
        return _publisher(example, is_example=True)
    values = _read(path)
    missing = [key for key in KEYS if _is_missing(key, values, example)]
    for key in values.keys() - set(missing):
        _check(key, values[key])
    if not missing:
        return _publisher(values)
    if is_for_readers(published_at):
        are = "is" if len(missing) == 1 else "are"
        raise PublisherError(
            f"docs/{FILE}: {_listed(missing)} {are} missing, or still as in "
            f"docs/{EXAMPLE_FILE}. Write each as a line like those there, with your own words."
        )
    return _publisher(example, is_example=True)


def _publisher(values: dict[str, str], *, is_example: bool = False) -> Publisher:
    more = {key: values.get(key, "") for key in MAY_BE_MISSING}
    return Publisher(*(values[key] for key in KEYS), **more, is_example=is_example)


def is_for_readers(published_at: str) -> bool:
    """Return whether others than the site's maker will find it at that address."""
    return published_at != "" and urlsplit(published_at).hostname not in HERE


def _read(path: Path) -> dict[str, str]:
    """Return the values of a file as they stand there."""
    where = f"docs/{path.name}"
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PublisherError(
            f"{where} cannot be read: {error}. Write each value as a line, in straight quotation "
            'marks: owner = "Careers Office".'
        ) from error
    for key, value in values.items():
        if key not in KEYS + MAY_BE_MISSING:
            raise PublisherError(
                f"{where}: there is no value “{key}”. Its values are {_listed(KEYS)}, and "
                f"{_listed(MAY_BE_MISSING)} if you want."
            )
        if not isinstance(value, str):
            raise PublisherError(
                f"{where}: “{key}” is not a text. Put it in straight quotation marks."
            )
    return {key: value.strip() for key, value in values.items()}


def _is_missing(key: str, values: dict[str, str], example: dict[str, str]) -> bool:
    """Return whether a value is not there, is empty or is still the example's."""
    return not values.get(key) or (key != "name" and values[key] == example[key])


def _check(key: str, value: str) -> None:
    """Raise if a value is of no use to its readers."""
    longest = LONGEST_NAME if key == "name" else LONGEST
    if len(value) > longest:
        raise _wrong(key, f"has {len(value)} characters", f"Shorten it to {longest}.")
    if not value.isprintable():
        raise _wrong(key, "has a line break or a sign that nobody can see", "Take it out.")
    if PLACEHOLDER.search(value):
        raise _wrong(key, "still has brackets", "Write in their place what they stand for.")
    if key == "contact" and not is_contact(value):
        raise _wrong(
            key,
            "does not say how to reach you",
            "Write an email address, a telephone number or an https address.",
        )
    if key == "source" and not ADDRESS.fullmatch(value):
        raise _wrong(key, "is not an address", "Write one that begins with https://.")
    if key == "framed_by" and not all(map(SITE.fullmatch, value.split())):
        raise _wrong(
            key,
            "is not a list of sites",
            "Write each as https:// and its name alone, with a blank between two.",
        )
    if key in {"name", "owner"} and not is_text_in_settings(value):
        raise _wrong(key, "would be read as a number, a date or a yes or no", "Add a word.")


def is_contact(value: str) -> bool:
    """Return whether somebody can be reached by a value."""
    return bool(EMAIL.search(value) or ADDRESS.search(value) or TELEPHONE.match(value))


def is_text_in_settings(value: str) -> bool:
    """Return whether `mkdocs.yml`, which is given it by `!ENV`, takes the value for a text."""
    tag = yaml.SafeLoader("").resolve(yaml.ScalarNode, value, (True, False))
    return bool(tag == "tag:yaml.org,2002:str")


def _wrong(key: str, what: str, remedy: str) -> PublisherError:
    return PublisherError(f"docs/{FILE}: “{key}” {what}. {remedy}")


def _listed(keys: tuple[str, ...] | list[str]) -> str:
    """Return names of values as a list in a sentence."""
    named = [f"“{key}”" for key in keys]
    return " and ".join(filter(None, [", ".join(named[:-1]), named[-1]]))


def main() -> None:
    """Look at the publisher's values."""
    try:
        read_publisher(DOCS, os.environ.get(AT, ""))
    except PublisherError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
