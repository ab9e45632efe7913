"""What a confined process can't do, seen from within, as an ordinary user: root passes any such check."""

import json
import os
import pwd
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

import pytest
from django.core import checks

from limburg_site.checks import missing_seals
from limburg_site.environment import BASE_DIR
from tests.files import curious

EVERYTHING = {attempt.__name__ for attempt in curious.TRIES}
FILES = {"list_of_files", "bytes_of_a_file", "write_a_file", "remove_a_file"}


@pytest.fixture(scope="module")
def nobody():
    """Options of `subprocess.run` for an ordinary user: who runs the tests, or for root nobody."""
    if os.geteuid():
        return {}
    user = pwd.getpwnam("nobody")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


@pytest.fixture(scope="module")
def python(nobody):
    """A Python of our version that this user may run."""
    for program in (sys.executable, "/usr/bin/python3", "/usr/local/bin/python3"):
        same = f"import sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
        try:
            if subprocess.run([program, "-c", same], cwd="/", **nobody).returncode == 0:  # noqa: S603
                return program
        except OSError:
            continue
    pytest.fail("no Python here that an ordinary user may run")


@pytest.fixture
def look_around(nobody, python):
    def run(how, *seals):
        with tempfile.TemporaryDirectory() as folder:
            if nobody:
                os.chown(folder, nobody["user"], nobody["group"])
            environment = {"PYTHONPATH": f"{BASE_DIR}:{sysconfig.get_path('purelib')}", "SECRET_KEY": "geheim"}
            command = [python, "-m", "tests.files.ordinary", folder, how, *seals]
            done = subprocess.run(  # noqa: S603
                command, cwd=BASE_DIR, env=environment, capture_output=True, text=True, check=True, **nobody
            )
            found = json.loads(done.stdout)
            kept = Path(folder, "spare").exists()
        assert kept != found["remove_a_file"]
        return found

    return run


def got(found):
    return {name for name in EVERYTHING if found[name]}


def test_a_process_without_seals_gets_at_everything(look_around):
    assert got(look_around("open")) == EVERYTHING


def test_a_confined_process_gets_at_nothing(look_around):
    found = look_around("sealed")

    assert got(found) == set(), found
    assert {"privileges", "calls"} <= set(found["seals"])


@pytest.mark.parametrize(
    ("seals", "kept"),
    [
        (["privileges", "calls"], EVERYTHING),
        (["network"], {"connection"}),
        (["privileges", "files"], FILES | {"environment_of_the_parent", "program"}),
    ],
    ids=["calls", "network", "files"],
)
def test_each_seal_keeps_what_it_is_there_for_by_itself(look_around, seals, kept):
    """As on a kernel that lacks the others."""
    found = look_around("sealed", *seals)
    if found["seals"] != seals:
        pytest.skip(f"this machine has no {seals[-1]}")

    assert got(found) & kept == set(), found


def test_the_check_of_a_machine_says_which_seals_are_missing():
    assert [each.id for each in missing_seals(["calls", "privileges", "user"])] == ["files.W001"] * 2
    assert {each.id for each in checks.run_checks(include_deployment_checks=True)} & {"files.W001"} == set()
