"""The command for the minute, in two processes on one database."""

import os
import subprocess
import sys

import pytest

from limburg_site.environment import BASE_DIR

PLAN = """
from tests.factories import *
for number in range(12):
    plan(NewsContentFactory(), by=UserFactory(is_superuser=True))
"""
COUNT = """
from djangocms_versioning.models import StateTracking
from publication.models import PublicationSchedule
states = PublicationSchedule.objects.values_list("state", flat=True)
print(StateTracking.objects.filter(new_state="published").count(), sorted(set(states)), len(states))
"""


@pytest.fixture
def manage(tmp_path, migrated_url):
    """A function that starts a command of manage.py on a database of its own."""
    variables = {
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": migrated_url,
        "SECRET_KEY": "only-for-the-tests-0123456789-abcdefghijklmnopqrstuvwxyz",
        "ALLOWED_HOSTS": "a.test",
    }

    def start(*words):
        return subprocess.Popen(
            [sys.executable, "manage.py", *words],
            cwd=BASE_DIR,
            env=os.environ | variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return start


def finish(process):
    output, errors = process.communicate(timeout=300)
    assert process.returncode == 0, errors
    return output


def test_two_at_once_publish_everything_once(manage):
    finish(manage("shell", "--verbosity", "0", "-c", PLAN))
    outputs = [finish(process) for process in [manage("publish_scheduled"), manage("publish_scheduled")]]
    lines = [line for output in outputs for line in output.splitlines()]
    assert len(lines) == len(set(lines)) == 12
    assert all(line.endswith(": done") for line in lines)
    assert finish(manage("shell", "--verbosity", "0", "-c", COUNT)).strip() == "12 ['done'] 12"
