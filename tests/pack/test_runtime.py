"""What `make runtime` leaves: small, complete, in step with its lock, the same every time."""

import gzip
import hashlib
import json
import re
import shutil
import tempfile
from pathlib import Path

import pytest

from followup_site import pack
from followup_site.archives import FIXED_DATE, archive_dates, read_archive
from followup_site.node import run_node
from followup_site.pack import GUIDE, IMAGE_PARTS, PYODIDE, ROOT, RUNTIME, memory_of

HERE = Path(__file__).parent
PACKER_FOLDER = Path(pack.__file__).parent
PROGRAM = ROOT / "py" / "followup"

ARCHIVES = sorted(
    path for path in RUNTIME.glob("*") if path.suffix == ".whl" or path.name == "python_stdlib.zip"
)


@pytest.mark.slow
def test_packing_again_gives_the_same_bytes() -> None:
    """A second packing, in another folder, differs in nothing."""
    with tempfile.TemporaryDirectory(dir=pack.BUILD, prefix="again-") as folder:
        again = pack.pack(Path(folder), GUIDE)
        made = {path.name: path.read_bytes() for path in again.iterdir()}
    stands = {path.name: path.read_bytes() for path in RUNTIME.iterdir() if path != GUIDE}

    assert made.keys() == stands.keys()
    assert [name for name in made if made[name] != stands[name]] == []


def test_nothing_is_packed_when_nothing_has_changed() -> None:
    """The state that was written down after packing is the state now."""
    assert pack.is_current()


def test_the_lock_names_our_wheels_with_their_hashes() -> None:
    """What Pyodide checks before it uses a wheel; and it knows no package but ours."""
    packages = json.loads((RUNTIME / "pyodide-lock.json").read_text())["packages"]

    assert set(packages) == {"followup", "htpy", "markupsafe", "segno"}
    for package in packages.values():
        content = (RUNTIME / package["file_name"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == package["sha256"]


def test_sizes_are_those_of_the_files() -> None:
    """The reader sees a share of these while Python loads."""
    content = json.loads((RUNTIME / "runtime.json").read_text())

    assert content["packages"] == ["followup"]
    assert {"pyodide.asm.wasm", "python_stdlib.zip"} < set(content["files"]["plain"])
    assert {"pyodide.asm.wasm", "python.image"} == set(content["files"]["image"])
    for name, size in (content["files"]["plain"] | content["files"]["image"]).items():
        assert (RUNTIME / name).stat().st_size == size


def test_the_image_holds_no_trace_of_where_it_was_made() -> None:
    """No path of this machine and no date, so that the same runtime gives the same bytes."""
    packed = (RUNTIME / "python.image").read_bytes()
    image = gzip.decompress(packed)

    assert packed[4:8] == b"\0\0\0\0"
    assert str(ROOT).encode() not in image
    assert len(image) < memory_of(packed)


def test_an_image_is_the_same_wherever_it_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the length of a path nor the language of the machine is in it: both once were."""
    parts = tmp_path / "parts"
    parts.mkdir()
    (parts / "modules.json").write_text('["followup.app"]')
    shutil.copyfile(IMAGE_PARTS / "library.zip", parts / "library.zip")
    deep = tmp_path.joinpath(*["a-folder-with-a-long-name"] * 5)
    images = []
    for place, language in ((tmp_path / "a", "C"), (deep, "de_DE.UTF-8")):
        shutil.copytree(PACKER_FOLDER, place / "py" / PACKER_FOLDER.name)
        shutil.copytree(ROOT / "docs" / "assets", place / "docs" / "assets")
        runtime = place / "docs" / "assets" / "runtime"
        monkeypatch.setenv("LC_ALL", language)
        run_node(place / "py" / PACKER_FOLDER.name / "image.mjs", runtime, parts)
        images.append((runtime / "python.image").read_bytes())

    assert images[0] == images[1]


def test_the_image_has_every_module_of_the_program_and_none_that_pyodide_alone_uses() -> None:
    """Nothing can be imported later: the image stands for the library as well."""
    names = set(json.loads((IMAGE_PARTS / "modules.json").read_text()))
    wheels = [read_archive(path) for path in RUNTIME.glob("followup-*.whl")]
    program = {name.removesuffix(".pyc") for files in wheels for name in files if ".pyc" in name}
    program.remove("followup/view/runtime")  # only the build uses it

    assert {name.removesuffix("/__init__").replace("/", ".") for name in program} < names
    assert {"traceback", "encodings.latin_1", "pyodide.webloop"} < names
    assert not names.intersection({"asyncio.events", "pathlib", "shutil", "tarfile", "threading"})


def test_errors_in_the_image_tell_where_they_happened() -> None:
    """The very line in the program; in the library, the function."""
    said = run_node(HERE / "errors_in_image.mjs", RUNTIME)
    lines = (PROGRAM / "guide.py").read_text("utf-8").splitlines()
    (line,) = re.findall(r'followup/guide\.py", line (\d+), in from_json\nfollowup', said)

    assert "raise" in lines[int(line) - 1]
    assert re.search(
        r'json/decoder\.py", line \d+, in raw_decode\njson.decoder.JSONDecodeError', said
    )


@pytest.mark.parametrize("archive", ARCHIVES, ids=lambda path: path.name)
def test_archives_hold_bytecode_and_no_trace_of_where_they_were_made(archive: Path) -> None:
    """No sources, nothing compiled for a machine, one date, and no path of this machine."""
    files = read_archive(archive)

    assert not [name for name in files if name.endswith((".py", ".so", ".c"))]
    assert any(name.endswith(".pyc") for name in files)
    assert archive_dates(archive) == {FIXED_DATE}
    assert not [name for name, data in files.items() if str(ROOT).encode() in data]


def test_the_library_is_cut_but_keeps_what_errors_and_starting_need() -> None:
    """Less than half of Pyodide's; without the last of these Pyodide does not start."""
    cut = RUNTIME / "python_stdlib.zip"

    assert cut.stat().st_size < (PYODIDE / cut.name).stat().st_size / 2
    assert {"traceback.pyc", "encodings/ascii.pyc", "asyncio/unix_events.pyc"} < set(
        read_archive(cut)
    )


def test_pyodide_is_as_published_but_for_what_nobody_uses() -> None:
    """Its loader is copied and not touched; its script and its module became smaller."""
    assert (RUNTIME / "pyodide.mjs").read_bytes() == (PYODIDE / "pyodide.mjs").read_bytes()
    for name, share in (("pyodide.asm.js", 0.75), ("pyodide.asm.wasm", 0.7)):
        assert (RUNTIME / name).stat().st_size < share * (PYODIDE / name).stat().st_size
