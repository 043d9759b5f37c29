"""What `make runtime` leaves: small, complete, in step with its lock, the same every time."""

import gzip
import json
import re
import shutil
from pathlib import Path

import pytest
from asking import Reader

from followup.guide.contents import Guide
from followup_site.runtime import pack
from followup_site.runtime.archives import FIXED_DATE, archive_dates, read_archive
from followup_site.runtime.pack import GUIDE, PARTS, PYODIDE, ROOT, RUNTIME, memory_of
from followup_site.tools.node import run_node

HERE = Path(__file__).parent
PACKER_FOLDER = Path(pack.__file__).parent
PACKER = PACKER_FOLDER.relative_to(ROOT)
PROGRAM = ROOT / "py" / "followup"

LIBRARY = RUNTIME / "library.zip"


def test_nothing_is_packed_when_nothing_has_changed() -> None:
    """The state that was written down after packing is the state now."""
    assert pack.is_current()


def test_the_lock_is_for_this_pyodide_and_names_no_package() -> None:
    """Ours are in the library."""
    lock = json.loads((RUNTIME / "pyodide-lock.json").read_text())
    published = json.loads((PYODIDE / "pyodide-lock.json").read_text())

    assert lock == {"info": published["info"], "packages": {}}


def test_sizes_are_those_of_the_files() -> None:
    """The reader sees a share of these while Python loads."""
    content = json.loads((RUNTIME / "runtime.json").read_text())

    assert {"pyodide.asm.wasm", "python-library.bin"} == set(content["files"]["plain"])
    assert {"pyodide.asm.wasm", "python-image.bin"} == set(content["files"]["image"])
    for name, size in (content["files"]["plain"] | content["files"]["image"]).items():
        assert (RUNTIME / name).stat().st_size == size


def test_the_image_holds_no_trace_of_where_it_was_made() -> None:
    """No path of this machine and no date, so that the same runtime gives the same bytes."""
    packed = (RUNTIME / "python-image.bin").read_bytes()
    image = gzip.decompress(packed)

    assert packed[4:8] == b"\0\0\0\0"
    assert str(ROOT).encode() not in image
    assert len(image) < memory_of(packed)


@pytest.mark.slow
def test_an_image_is_the_same_wherever_it_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the length of a path nor the language of the machine is in it: both once were."""
    parts = tmp_path / "parts"
    parts.mkdir()
    (parts / "modules.json").write_text('["followup.app"]')
    (parts / "typical.json").write_text("[]")
    shutil.copyfile(PARTS / "guide.json", parts / "guide.json")
    deep = tmp_path.joinpath(*["a-folder-with-a-long-name"] * 5)
    images = []
    for place, language in ((tmp_path / "a", "C"), (deep, "de_DE.UTF-8")):
        shutil.copytree(PACKER_FOLDER, place / PACKER)
        shutil.copytree(ROOT / "docs" / "assets", place / "docs" / "assets")
        runtime = place / "docs" / "assets" / "made" / "runtime"
        monkeypatch.setenv("LC_ALL", language)
        run_node(place / PACKER / "image.mjs", runtime, parts)
        images.append((runtime / "python-image.bin").read_bytes())

    assert images[0] == images[1]


def test_the_image_has_every_module_of_the_program_and_none_that_pyodide_alone_uses() -> None:
    """Nothing can be imported later: the image stands for the library as well."""
    names = set(json.loads((PARTS / "modules.json").read_text()))
    (wheel,) = PARTS.glob("followup-*.whl")
    program = {name.removesuffix(".py") for name in read_archive(wheel) if name.endswith(".py")}
    program -= {
        "followup/view/every_page/runtime",
        "followup/view/every_page/rescue",
    }  # only the build uses them

    assert {name.removesuffix("/__init__").replace("/", ".") for name in program} < names
    assert {"traceback", "encodings.latin_1", "pyodide.webloop"} < names
    assert not names.intersection({"asyncio.events", "pathlib", "shutil", "tarfile", "threading"})


def test_errors_in_the_image_tell_where_they_happened() -> None:
    """The very line in the program; in the library, the function."""
    said = run_node(HERE / "errors_in_image.mjs", RUNTIME)
    lines = (PROGRAM / "guide" / "contents.py").read_text("utf-8").splitlines()
    (line,) = re.findall(r'followup/guide/contents\.py", line (\d+), in from_json\nfollowup', said)

    assert "raise" in lines[int(line) - 1]
    assert re.search(
        r'json/decoder\.py", line \d+, in raw_decode\njson.decoder.JSONDecodeError', said
    )


def test_the_image_holds_the_program_opened_and_warm_and_nothing_that_was_asked() -> None:
    """Opened with the guide of the build there is nothing left to do; with another one there is."""
    said = json.loads(run_node(HERE / "opened_image.mjs", RUNTIME))

    assert said["kept"] == ["open_app"]
    assert said["calls"]["opened"] <= 1
    assert said["calls"]["anew"] > 100
    assert said["warm"] > 5_000


def test_the_start_makes_no_functions_that_nobody_calls() -> None:
    """Pyodide's script would make one of WebAssembly for each of 280 that draw."""
    assert int(run_node(HERE / "start_work.mjs", RUNTIME)) <= 12


def test_the_script_is_without_what_its_module_does_not_call() -> None:
    """Such as the functions for drawing and sound, which are half of the published one."""
    script = (RUNTIME / "pyodide.asm.js").read_text("utf-8")
    published = (PYODIDE / "pyodide.asm.js").read_text("utf-8")
    functions = ("_emscripten_glDrawArrays", "_SDL_OpenAudio", "_eglGetConfigAttrib")

    assert [name for name in functions if name not in published] == []
    assert [name for name in functions if f"{name}=" in script or f"{name}(" in script] == []
    assert len(script) < len(published) / 2


def test_an_image_is_not_put_into_a_module_that_begins_otherwise() -> None:
    """Wherever it leaves the memory as it is; what it writes over may differ, and so may the stack."""
    refused = "Error: the memory begins otherwise than at the build"

    assert json.loads(run_node(HERE / "changed_memory.mjs", RUNTIME)) == {
        "same": "started",
        "written over": "started",
        "left": refused,
        "on the stack": "started",
        "near the end": refused,
    }


def test_the_image_starts_whatever_the_clock_does() -> None:
    """The allocator notes how long two looks at it take: nothing, but for one start in a thousand."""
    said = run_node(HERE / "start_at_any_time.mjs", RUNTIME)

    assert said.split("\n")[:4] == ["standing 42", "slow 42", "leaping 42", "leaping_far 42"]


def test_the_library_holds_bytecode_and_no_trace_of_where_it_was_made() -> None:
    """No sources, nothing compiled for a machine, one date, and no path of this machine."""
    files = read_archive(LIBRARY)

    assert {Path(name).suffix for name in files} == {".pyc"}
    assert archive_dates(LIBRARY) == {FIXED_DATE}
    assert not [name for name, data in files.items() if str(ROOT).encode() in data]


def test_the_library_is_cut_but_keeps_what_errors_and_starting_need() -> None:
    """With our program in it, it is less than half of Pyodide's, and comes packed as a whole."""
    packed = RUNTIME / "python-library.bin"

    assert packed.stat().st_size < (PYODIDE / "python_stdlib.zip").stat().st_size / 2
    assert gzip.decompress(packed.read_bytes()) == LIBRARY.read_bytes()
    assert {"traceback.pyc", "encodings/ascii.pyc", "followup/app.pyc"} < set(read_archive(LIBRARY))


def test_pyodide_is_as_published_but_for_what_nobody_uses() -> None:
    """Its loader is copied and not touched; its script and its module became smaller."""
    assert (RUNTIME / "pyodide.mjs").read_bytes() == (PYODIDE / "pyodide.mjs").read_bytes()
    for name, share in (("pyodide.asm.js", 0.75), ("pyodide.asm.wasm", 0.7)):
        assert (RUNTIME / name).stat().st_size < share * (PYODIDE / name).stat().st_size


def test_a_step_takes_few_calls(tmp_path: Path) -> None:
    """A worker's first question, for the date alone; then one tick more, all else being held. Functions of the
    program that were called, as measured and 4 % more: 1,003 and 2,513 on 1 December 2026."""
    reader = Reader(Guide.from_json(GUIDE.read_text("utf-8")))
    reader.answer("interview", "24 Nov 2026")
    first = reader.question(panels=["plan"], steps=[], messages=[], number=1)
    tick = {reader.tick("mail-send"): reader.records[reader.last]}
    later = first | {"records": tick, "over": 1, "number": 2, "changed": [reader.last]}
    questions = tmp_path / "questions.json"
    questions.write_text(json.dumps([json.dumps(first), json.dumps(later)]))
    first_calls, later_calls = json.loads(run_node(HERE / "step_calls.mjs", RUNTIME, questions))

    assert first_calls <= 1_050
    assert later_calls <= 2_600
