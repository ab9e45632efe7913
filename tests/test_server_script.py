"""What `script/server` says before it makes anything, tried as a newcomer would: from another folder."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from limburg_site.environment import BASE_DIR
from pages.demonstration import REGIONS

pytestmark = pytest.mark.once


@pytest.fixture
def serve(tmp_path):
    """Run script/server of a clone without `.venv`, in a folder with a space in its name."""
    clone = tmp_path / "a clone"
    shutil.copytree(BASE_DIR / "script", clone / "script")

    def serve(**variables):
        variables = {"PATH": os.environ["PATH"], "PYTHON": sys.executable} | variables
        result = subprocess.run(
            [clone / "script" / "server"], cwd="/", env=variables, capture_output=True, text=True, timeout=30
        )
        assert sorted(path.name for path in clone.iterdir()) == ["script"]
        return result.returncode, result.stderr.strip()

    return serve


def test_a_taken_port_is_told_in_one_sentence(serve):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        code, words = serve(PORT=str(port))
    assert (code, words) == (
        1,
        f"Port {port} of 127.0.0.1 is taken. Choose another one: PORT={port + 1} script/server",
    )


@pytest.mark.parametrize("port", ["abc", "0", "65536"])
def test_an_impossible_port_is_told_in_one_sentence(serve, port):
    assert serve(PORT=port) == (1, f"PORT must be a number from 1 to 65535, not '{port}'.")


@pytest.fixture
def clone(tmp_path):
    """What script/server needs before it makes anything, and nothing that it could make more of."""
    for name in ("script", "pages/demonstration"):
        shutil.copytree(BASE_DIR / name, tmp_path / "clone" / name, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "clone"


@pytest.mark.parametrize("slugs", [None, ["limburg", "noord"]], ids=["fresh", "filled"])
def test_an_unknown_region_is_told_in_one_sentence_before_the_long_work(clone, slugs):
    if slugs:
        (clone / "var").mkdir()
        with closing(sqlite3.connect(clone / "var" / "site.sqlite3")) as database:
            database.execute("CREATE TABLE regions_region (slug)")
            database.executemany("INSERT INTO regions_region VALUES (?)", [[slug] for slug in slugs])
            database.commit()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    variables = {"PATH": os.environ["PATH"], "PYTHON": sys.executable, "PORT": str(port), "SITE": "nergens"}
    result = subprocess.run([clone / "script" / "server"], env=variables, capture_output=True, text=True, timeout=30)
    assert (result.returncode, result.stderr.strip()) == (
        1,
        f"SITE names no region: 'nergens'. Known are: {', '.join(slugs or REGIONS)}.",
    )
    assert not (clone / ".venv").exists()


def test_a_python_that_does_not_fit_is_told_in_one_sentence(serve, tmp_path):
    old = tmp_path / "python3.9"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    sentence = f"The site needs Python 3.11, 3.12, 3.13 or 3.14, and PYTHON={old} is none of them."
    assert serve(PYTHON=str(old)) == (1, sentence)


def test_a_python_without_its_venv_module_is_told_in_one_sentence(serve, tmp_path):
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.modules['ensurepip'] = None")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    code, words = serve(PYTHONPATH=str(tmp_path), PORT=str(port))
    assert code == 1
    assert words.endswith("lacks its venv module. On Debian and Ubuntu: apt install python3-venv")
