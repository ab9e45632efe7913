"""Makes `.venv` what the lock files say. Standard library alone: this runs before anything is installed.

As a program it adds the packages of the tests and runs Python in there: virtual_environment.py FILE [ARGUMENT …]
"""

import fcntl
import os
import subprocess
import sys
from contextlib import contextmanager
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
PYTHON = FOLDER / "bin" / "python"


@contextmanager
def alone():
    """Let one process at a time set this clone up; others wait for it. The lock ends with its descriptor."""
    descriptor = os.open(ROOT, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another process is setting up this folder; waiting for it ...")
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def make(*locks):
    """Install what the files named `locks` say, unless a stamp in `.venv` tells that this was done."""
    fits = is_usable()
    stale = [lock for lock in locks if not fits or installed(lock) != wanted(lock)]
    if not stale:
        return
    if not os.access(ROOT, os.W_OK):
        sys.exit(f"You may not write in {ROOT}, where the site wants to make its .venv.")
    if not fits:
        create()
    for lock in stale:
        install(lock)


def is_usable():
    """Whether `.venv` has a Python that runs, and is the one that PYTHON asks for, if that is set."""
    program = "import pip, sys; print(sys.version_info[:2])"
    try:
        answer = subprocess.run([PYTHON, "-c", program], capture_output=True, text=True)  # noqa: S603
    except OSError:
        return False
    if os.environ.get("PYTHON"):
        return answer.stdout.strip() == str(sys.version_info[:2])
    return answer.returncode == 0


def create():
    if not (find_spec("venv") and find_spec("ensurepip")):
        version = ".".join(map(str, sys.version_info[:3]))
        sys.exit(f"Python {version} lacks its venv module. On Debian and Ubuntu: apt install python3-venv")
    say(f"Making {FOLDER.name} with Python {'.'.join(map(str, sys.version_info[:3]))} ...")
    run(sys.executable, "-m", "venv", "--clear", FOLDER, problem="The virtual environment could not be made.")


def install(lock):
    say(f"Installing the packages of {lock} ...")
    # Wheels alone: a fresh machine has no compiler. No dependencies: the lock file names every one, with its hash.
    # Not compiled ahead: most of the packages is never imported, and what is gets compiled then.
    flags = [
        "--require-hashes",
        "--only-binary=:all:",
        "--no-deps",
        "--no-compile",
        "--disable-pip-version-check",
        "-qq",
    ]
    problem = "The packages could not be installed. Does this machine reach the package registry?"
    run(PYTHON, "-m", "pip", "install", *flags, "-r", ROOT / lock, problem=problem)
    stamp(lock).write_text(wanted(lock))


def wanted(lock):
    return sha256((ROOT / lock).read_bytes()).hexdigest()


def installed(lock):
    return stamp(lock).read_text() if stamp(lock).exists() else None


def stamp(lock):
    return FOLDER / f"{lock}.sha256"


def run(*command, problem=None):
    """Run a command; if it fails, the program ends: with `problem`, or silently where the command said enough."""
    if subprocess.run(command).returncode:  # noqa: S603
        sys.exit(problem or 1)


def say(sentence):
    print(sentence, flush=True)


if __name__ == "__main__":
    with alone():
        make("requirements.txt", "requirements-dev.txt")
    os.execv(PYTHON, [PYTHON, *sys.argv[1:]])  # noqa: S606
