"""The site as readers get it: prepared by its own command, its static files collected, gunicorn in front.

A plugin of pytest, named by the test modules that need it; `script/audit` takes its functions.
"""

import json
import subprocess
import sys
from contextlib import contextmanager

import pytest

from limburg_site.environment import BASE_DIR
from tests.browser.addresses import CollectedSite
from tests.servers import environment, free_port, wait_for


@pytest.fixture(scope="session")
def collected_site(tmp_path_factory):
    """The origin of a site with the demonstration content, shared by all tests: they only read."""
    folder, port, other = tmp_path_factory.mktemp("collected"), free_port(), free_port()
    prepare(folder)
    links = add_people_and_news(folder)
    with served(folder, port), served(folder, other, SITE="vlaams-brabant"):
        site = CollectedSite(f"http://127.0.0.1:{port}")
        site.neighbour, site.links = f"http://127.0.0.1:{other}", links
        yield site


def add_people_and_news(folder):
    """Add to the site in `folder` what situations need; return its links."""
    command = [sys.executable, "-m", "tests.browser.people_and_news"]
    variables = environment(DATA_DIR=str(folder), DJANGO_SETTINGS_MODULE="limburg_site.settings")
    done = subprocess.run(command, cwd=BASE_DIR, env=variables, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def prepare(folder):
    """Make `folder` the DATA_DIR of a site with the demonstration content."""
    for name in ("prepare_site", "make_picture_copies"):
        command, variables = [sys.executable, "manage.py", name], environment(DATA_DIR=str(folder))
        subprocess.run(command, cwd=BASE_DIR, env=variables, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def served(folder, port, **variables):
    """Serve the data of `folder` on `port`, for as long as the context lasts."""
    variables = {"DATA_DIR": str(folder), "PORT": str(port), "WEB_WORKERS": "1", "LOG_LEVEL": "ERROR"} | variables
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--config", BASE_DIR / "gunicorn.conf.py"],
        env=environment(**variables),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port, process)
        yield
    finally:
        process.terminate()
        process.wait(timeout=40)
