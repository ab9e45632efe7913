"""A form is being saved while the server is killed: once it is back, what was typed is offered, and saved."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from playwright.sync_api import expect

from limburg_site.environment import BASE_DIR
from tests.browser.conftest import PASSWORD
from tests.servers import environment, free_port, wait_for

pytestmark = pytest.mark.once

ACCOUNT = f"""
from django.contrib.auth import get_user_model
get_user_model().objects.create_superuser("schrijver", "schrijver@example.org", "{PASSWORD}")
"""


class Server:
    """In processes of its own, which can be killed all at once."""

    def __init__(self, folder):
        self.folder, self.port, self.process = folder, free_port(), None

    def start(self):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--config", BASE_DIR / "gunicorn.conf.py"],
            env=environment(DATA_DIR=str(self.folder), PORT=str(self.port), WEB_WORKERS="1", LOG_LEVEL="ERROR"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        wait_for(self.port, self.process)

    def kill(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def database(self):
        return closing(sqlite3.connect(self.folder / "site.sqlite3", isolation_level=None))


@pytest.fixture
def server(data_dir):
    command = [sys.executable, "manage.py", "shell", "-c", ACCOUNT]
    subprocess.run(
        command, cwd=BASE_DIR, env=environment(DATA_DIR=str(data_dir)), check=True, stdout=subprocess.DEVNULL
    )
    server = Server(data_dir)
    server.start()
    yield server
    server.kill()


def names(server):
    with server.database() as database:
        return [name for (name,) in database.execute("SELECT name FROM organisations_person")]


def test_what_was_being_saved_when_the_server_died_is_offered_and_saved(server, open_page):
    site = f"http://127.0.0.1:{server.port}"
    page = open_page(f"{site}/beheer/login/?next=/beheer/organisations/person/add/")
    page.fill("[name=username]", "schrijver")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.fill("[name=name]", "An Voorbeeld")

    with server.database() as database:
        database.execute("BEGIN IMMEDIATE")  # the save waits for it
        with page.expect_request(lambda request: request.method == "POST"):
            page.click("[name=_save]", no_wait_after=True)
        page.wait_for_timeout(500)
        server.kill()
        expect(page).to_have_url(re.compile("^chrome-error:"))
        database.execute("ROLLBACK")
    assert names(server) == []
    server.start()
    page.goto(f"{site}/beheer/organisations/person/add/")

    expect(page.locator(".unsaved-fields")).to_contain_text("U had hier tekst die nog niet bewaard is.")
    page.locator(".unsaved-fields").get_by_text("Terugzetten").click()
    page.click("[name=_save]")
    page.locator(".messagelist .success").wait_for()
    assert names(server) == ["An Voorbeeld"]
    page.goto(f"{site}/beheer/organisations/person/add/")
    expect(page.locator(".unsaved-fields")).to_have_count(0)
