"""Real servers for what a test client can't send, and what every answer is checked for."""

import os
import shutil
import socket
import subprocess
import sys
import time

import pytest
from django.db import connection

from limburg_site.environment import BASE_DIR, VARIABLES

# Their compression takes half a minute, and no test of this folder opens the editor.
EDITORS_FILES = ("cms", "djangocms_text", "djangocms_versioning", "djangocms_alias", "filer")


def environment(**variables):
    """This process's own, without what steers the site, and with `variables`. Its turns are not those of the machine:
    tests that run beside each other would wait for each other."""
    names = {variable.name for variable in VARIABLES}
    turns = {"TURNS_DIR": f"{variables['DATA_DIR']}/turns"} if "DATA_DIR" in variables else {}
    return {name: value for name, value in os.environ.items() if name not in names} | turns | variables


@pytest.fixture(scope="session")
def data_dir(django_db_setup, tmp_path_factory):
    """A folder with a migrated, empty embedded database and collected static files."""
    folder = tmp_path_factory.mktemp("served")
    embedded_database(django_db_setup, folder)
    collect_static_files(folder)
    return folder


def embedded_database(migrated, folder):
    """Give `folder` a migrated, empty embedded database: a copy of `migrated` where the tests run on SQLite."""
    if connection.vendor == "sqlite":
        shutil.copy(migrated, folder / "site.sqlite3")
    else:
        manage(folder, "migrate")


def collect_static_files(folder):
    manage(folder, "collectstatic", "--noinput", *(word for name in EDITORS_FILES for word in ("--ignore", name)))


def manage(folder, *command):
    """Run a command of manage.py on the embedded database of `folder`."""
    subprocess.run(
        [sys.executable, "manage.py", *command, "--verbosity", "0"],
        cwd=BASE_DIR,
        env=environment(DATA_DIR=str(folder)),
        check=True,
    )


@pytest.fixture(scope="session")
def start(data_dir):
    """A function that starts gunicorn with the site's own configuration and returns its port."""
    started = []

    def start_with(**variables):
        port = free_port()
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--config", BASE_DIR / "gunicorn.conf.py"],
            env=environment(DATA_DIR=str(data_dir), PORT=str(port), WEB_WORKERS="1", LOG_LEVEL="ERROR") | variables,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        started.append(process)
        wait_for(port, process)
        return port

    yield start_with
    for process in started:
        process.terminate()
        process.wait(timeout=40)


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


def wait_for(port, process, seconds=30):
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"gunicorn does not listen; it ended with {process.poll()}")
