"""The software bill of materials: of its form, whole, and the same for the same site."""

import gzip
import io
import json
import sys
import zipfile
from pathlib import Path

from built_site import SITE
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from followup_site.publish import sbom

OF_PYODIDE = {"pyodide"}
OWN = {"followup"}


def test_it_has_its_form() -> None:
    """As its makers check it."""
    text = (SITE / sbom.NAME).read_text("utf-8")

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_the_same_site_has_the_same_list(tmp_path: Path) -> None:
    """No time, nothing made up anew."""
    lists = []
    for _ in range(2):
        sbom.write(tmp_path, "0123456789ab")
        lists.append((tmp_path / sbom.NAME).read_text("utf-8"))

    assert lists[0] == lists[1]
    assert json.loads(lists[0])["metadata"]["component"]["version"] == "0123456789ab"


def test_every_package_that_runs_in_the_browser_is_in_it() -> None:
    """What the library holds beyond Python itself, Pyodide and us."""
    packed = next(SITE.glob("followup-*/made/runtime/python-library.bin")).read_bytes()
    with zipfile.ZipFile(io.BytesIO(gzip.decompress(packed))) as library:
        names = {name.split("/")[0].partition(".")[0] for name in library.namelist()}
    public = {name for name in names if not name.startswith("_")}
    others = public - set(sys.stdlib_module_names) - OF_PYODIDE - OWN
    listed = {
        one["name"] for one in json.loads((SITE / sbom.NAME).read_text("utf-8"))["components"]
    }

    assert others == {"htpy", "markupsafe", "segno"}
    assert others | {"cpython", "pyodide", "idiomorph", "mkdocs-material"} <= listed
