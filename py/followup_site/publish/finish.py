"""Finishes a site that MkDocs has built: few files to fetch, and never an old one beside a new one.

The scripts become one for the page, two for its head and one for the worker. The head's stand in
each page. The others, the style sheet and all that Python needs move into one folder, which is
named by a hash of all its bytes. So what stands at one of its addresses never changes, and a page
gets only what was published with it.

What is published has endings that every web server knows (`ENDINGS`), so scripts end in .js there.

Without this step the site works as well, from more files: `make serve` and Zensical do without.

Run as `python -m followup_site.publish.finish SITE`.
"""

import re
import shutil
import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from followup_site.publish import addresses, checksums, policy, sbom, service_worker
from followup_site.runtime.pack import ROOT
from followup_site.tools.made_files import digest
from followup_site.tools.node import NodeError, run_node

ESBUILD = ROOT / "node_modules" / "esbuild" / "bin" / "esbuild"
OLDEST = ("chrome93", "edge93", "firefox92", "safari15.4")
"""The oldest browsers in which ticks are kept: the door (overrides/partials/javascripts/door.html)
asks for what is new in them, and the words for it name them."""

BUNDLING = (
    "--bundle",
    "--minify",
    f"--target={','.join(OLDEST)}",
    "--packages=external",  # what Pyodide imports under Node alone
    "--charset=utf8",
    "--legal-comments=eof",
    "--log-level=warning",
)

ASSETS = "assets"
OF_THE_HEAD = ("page/early.mjs", "page/returning.mjs")
"""Stand in each page themselves: nothing comes sooner. They are files too, as the folder's name is
made of all that belongs to a version, and of the files in it alone."""
STYLE = "styles/followup.css"
ENTRIES = (
    "page/bridge.mjs",
    "python/worker.mjs",
    "python/python.mjs",
    "offline/new_version.mjs",
    STYLE,
)
"""What pages and other scripts name; each becomes one file with all that it imports."""

SOURCE_ENDING, ENDING = ".mjs", ".js"
"""Of a script as it is written, and as it is published: stock nginx does not know the first."""

KINDS = ("html", "css", "js", "json", "svg", "png", "ico", "txt", "xml", "pdf", "wasm", "bin")
ENDINGS = frozenset(f".{kind}" for kind in KINDS)
"""All that is published. Servers give other files no type, or, as IIS, do not serve them at all."""

NEEDLESS = ("*.map", "*.gz")
"""Files that the theme and MkDocs add: no reader needs them."""

SOURCE_MAP = re.compile(r"^(?://|/\*)# sourceMappingURL=\S+(?: ?\*/)?\n?", re.MULTILINE)
"""Names such a file, at the end of a script or a style."""

ERROR_PAGES = ("new-version.html", "offline.html")
"""Each stands in a folder too. Hosts may redirect a page with an ending, but not that of a folder.
At its first address it stays, as it was published there."""

VERSION_FILE = "version.txt"
"""Says which version is published. No browser keeps it, so a page can ask whether it is old."""

ROOMS = ("copies", "fields", "journal", "offline", "page", "python", "store", "styles", "views")
"""Of scripts and styles. What stands in them is in the bundles."""

MADE = "made"
FOLDERS = ("runtime", "holidays", "offices")
"""Of what is made, and goes with the version. The rest, hand-outs and messages, has an address
that stays: that of before there was a folder for what is made."""

BUNDLED = ("*.mjs", "*.js", "*.json", "*.zip")
"""Files of the runtime that are in the worker's script or, the last, only needed to build."""

VERSION_LENGTH = 12
"""Hexadecimal digits of the folder's name."""

TAG_OF_THE_HEAD = re.compile(
    r'<script type="module" async (data-[^>]*?) '
    rf'src="[^"]*({"|".join(map(re.escape, OF_THE_HEAD))})"></script>'
)
LINKED = re.compile(
    rf'((?:href|src|data-worker)="[^"]*?)\b{ASSETS}/({"|".join(map(re.escape, ENTRIES))})"'
)
NAMED = re.compile(
    rf"\b({'|'.join(Path(name).stem for name in ENTRIES if name.endswith(SOURCE_ENDING))})"
    rf"{re.escape(SOURCE_ENDING)}\b"
)
"""One script as another names it."""
RUN = re.compile(r'<script(?! type="application/)')
"""Of scripts that run. Hosts that let scripts run later than a page has them, and in another order,
leave alone what is marked so: https://developers.cloudflare.com/speed/optimization/content/rocket-loader/"""

VERSION_SHOWN = re.compile(r'(<span class="site-version">)[^<]*')
"""In the foot of a page."""

VERSION_MARK = '<meta name="followup-version" content="{}">'


class EndingError(Exception):
    """A file has an ending that not every web server knows; the message names each such file."""


def main() -> None:
    """Finish the site that is named on the command line."""
    try:
        site = Path(sys.argv[1])
        sbom.write(site, finish(site))
        addresses.check(site, addresses.published())
        service_worker.write(site)
        checksums.write(site)
    except (EndingError, NodeError, addresses.LostAddressError) as error:
        sys.exit(f"The site was not finished.\n{error}")


def finish(site: Path) -> str:
    """Finish a built site in place; return its version.

    Raises:
        EndingError: the site holds a file that not every web server would serve.
        NodeError: the scripts cannot be put together.
    """
    assets = site / ASSETS
    made = site / "followup"
    sources = [assets / name for name in ENTRIES]
    run_node(
        ESBUILD, *sources, *BUNDLING, "--format=esm", f"--outdir={made}", f"--outbase={assets}"
    )
    in_head = [assets / name for name in OF_THE_HEAD]
    run_node(
        ESBUILD, *in_head, *BUNDLING, "--format=iife", f"--outdir={made}", f"--outbase={assets}"
    )
    for script in made.rglob(f"*{ENDING}"):
        script.write_text(NAMED.sub(rf"\1{ENDING}", script.read_text("utf-8")), "utf-8")
    for name in filter(lambda name: (assets / MADE / name).exists(), FOLDERS):
        shutil.move(assets / MADE / name, made / MADE / name)
    for room in ROOMS:
        shutil.rmtree(assets / room, ignore_errors=True)
    _remove(*((made / MADE / "runtime").glob(pattern) for pattern in BUNDLED))
    for left in (assets / MADE).iterdir():
        shutil.move(left, assets / left.name)
    (assets / MADE).rmdir()
    version = digest((path for path in made.rglob("*") if path.is_file()), made)[:VERSION_LENGTH]
    scripts = {
        name: (made / published_name(name)).read_text("utf-8").strip() for name in OF_THE_HEAD
    }
    made.rename(site / folder_of(version))
    for page in site.rglob("*.html"):
        page.write_text(_pointed(page.read_text("utf-8"), version, scripts), "utf-8")
    policy.write(site)
    for name in ERROR_PAGES:
        _put_in_folder(site / name)
    (site / VERSION_FILE).write_text(f"{version}\n", "utf-8")
    _leave_needless_out(site)
    _check_endings(site)
    return version


def folder_of(version: str) -> str:
    """Return the name of the folder of a version, below the site's start."""
    return f"followup-{version}"


def published_name(name: str) -> str:
    """Return the name under which a script or a style of ours is published."""
    return f"{name.removesuffix(SOURCE_ENDING)}{ENDING}" if name.endswith(SOURCE_ENDING) else name


def _pointed(page: str, version: str, scripts: dict[str, str]) -> str:
    """Return a page that names its version, and its files where they stand now."""
    linked = LINKED.sub(
        lambda found: f'{found[1]}{folder_of(version)}/{published_name(found[2])}"', page
    )
    linked = linked.replace(f"{ASSETS}/{MADE}/", f"{ASSETS}/")
    linked = TAG_OF_THE_HEAD.sub(
        lambda found: f"<script {found[1]}>{scripts[found[2]]}</script>", linked
    )
    linked = VERSION_SHOWN.sub(rf"\g<1>{version}", linked)
    linked = RUN.sub('<script data-cfasync="false"', linked)
    off = "" if service_worker.is_on() else service_worker.OFF_MARK
    return linked.replace("<head>", f"<head>{VERSION_MARK.format(version)}{off}", 1)


def _put_in_folder(page: Path) -> None:
    if page.exists():
        folder = page.with_suffix("")
        folder.mkdir()
        shutil.copyfile(page, folder / "index.html")


def _leave_needless_out(site: Path) -> None:
    _remove(*(site.rglob(pattern) for pattern in NEEDLESS))
    for path in (*(site / ASSETS).rglob("*.js"), *(site / ASSETS).rglob("*.css")):
        text = path.read_text("utf-8")
        if SOURCE_MAP.search(text):
            path.write_text(SOURCE_MAP.sub("", text), "utf-8")


def _check_endings(site: Path) -> None:
    others = sorted(
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.is_file() and path.suffix not in ENDINGS
    )
    if others:
        raise EndingError(
            f"Not every web server serves these files: {', '.join(others)}. Give each one of the "
            f"endings {' '.join(sorted(ENDINGS))}, or do not publish it."
        )


def _remove(*groups: Iterable[Path]) -> None:
    for path in chain.from_iterable(groups):
        path.unlink()


if __name__ == "__main__":
    main()
