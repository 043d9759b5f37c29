"""Writes the list of what the published site is made of: a software bill of materials (CycloneDX).

It names what reaches readers, and nothing that is only used to make it. The same site has the same
list: no time, and no number that is made up anew.

Source: https://cyclonedx.org/docs/1.6/json/
"""

import json
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from followup_site.runtime.pack import ROOT

NAME = "sbom.cdx.json"
"""Where the list stands, below the site's start."""

OWN = "Follow Up"
OWN_LICENCE = "MIT"

FROM_PYPI = {
    "htpy": ("MIT", "library"),
    "markupsafe": ("BSD-3-Clause", "library"),
    "segno": ("BSD-3-Clause", "library"),
    "mkdocs-material": ("MIT", "framework"),
    "mkdocs": ("BSD-2-Clause", "framework"),
    "holidays": ("MIT", "data"),
    "babel": ("BSD-3-Clause", "data"),
}
"""Packages of which something is published, with licence (https://spdx.org/licenses/) and kind: the
first three run in the browser, the next two bring scripts and styles, of the last two come holidays
and the names of countries."""

FROM_NPM = {"pyodide": "MPL-2.0", "idiomorph": "0BSD"}

PYTHON = ("cpython", "Python-2.0")
"""Its standard library and its interpreter, in the form that Pyodide gives them."""


def write(site: Path, site_version: str) -> None:
    """Write the list of a finished site into it.

    Args:
        site: the folder of the site.
        site_version: of the site's scripts.
    """
    licences = LicenseFactory()
    own = Component(
        name=OWN,
        version=site_version,
        type=ComponentType.APPLICATION,
        bom_ref="follow-up",
        licenses=[licences.make_from_string(OWN_LICENCE)],
    )
    parts = list(_parts(licences))
    bom = Bom(components=parts, serial_number=uuid5(NAMESPACE_URL, f"follow-up:{site_version}"))
    bom.metadata.timestamp = None  # type: ignore[assignment] # may be left out
    bom.metadata.component = own
    bom.register_dependency(own, parts)
    text = JsonV1Dot6(bom).output_as_string(indent=1)
    (site / NAME).write_text(f"{text}\n", "utf-8")


def _parts(licences: LicenseFactory) -> Iterator[Component]:
    """Yield what was not written here."""
    locked = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    for name, (licence, kind) in FROM_PYPI.items():
        yield _part(licences, PackageURL("pypi", None, name, version(name)), licence, kind)
    for name, licence in FROM_NPM.items():
        found = locked[f"node_modules/{name}"]["version"]
        yield _part(licences, PackageURL("npm", None, name, found), licence, "library")
    name, licence = PYTHON
    yield _part(licences, PackageURL("generic", None, name, python_version()), licence, "framework")


def _part(licences: LicenseFactory, purl: PackageURL, licence: str, kind: str) -> Component:
    return Component(
        name=purl.name,
        version=purl.version,
        type=ComponentType(kind),
        bom_ref=str(purl),
        purl=purl,
        licenses=[licences.make_from_string(licence)],
    )


def python_version() -> str:
    """Return the version of the Python that runs in the browser."""
    lock = ROOT / "node_modules" / "pyodide" / "pyodide-lock.json"
    found: str = json.loads(lock.read_text("utf-8"))["info"]["python"]
    return found
