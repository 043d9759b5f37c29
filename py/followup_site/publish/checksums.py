"""The list of all published files, each with its SHA-256: so anybody can see that what a server has
is what was built.

`sha256sum --check checksums.txt`, in the folder of the site, compares them.
"""

import hashlib
from pathlib import Path

NAME = "checksums.txt"
"""Where the list stands, below the site's start. It does not name itself."""


class ChecksumError(Exception):
    """The files are not those of the list; the message names each."""


def write(site: Path) -> None:
    """Write the list of a finished site into it."""
    lines = [f"{digest}  {name}\n" for name, digest in digests(site).items()]
    (site / NAME).write_text("".join(lines), "utf-8")


def check(site: Path) -> None:
    """Compare a site with its list.

    Raises:
        ChecksumError: a file is missing, was changed, or is not in the list.
    """
    lines = (site / NAME).read_text("utf-8").splitlines()
    listed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    found = digests(site)
    others = sorted(name for name in listed.keys() | found if listed.get(name) != found.get(name))
    if others:
        raise ChecksumError(f"These files are not as {NAME} says: {', '.join(others)}.")


def digests(site: Path) -> dict[str, str]:
    """Return the SHA-256 of each file, in hexadecimal digits, by its name below the start."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path != site / NAME
    }
