"""Guesses that come at the same moment are counted like those that come one after another."""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from threading import Barrier
from urllib.parse import urlencode

import pytest

from limburg_site.environment import BASE_DIR
from tests.servers import environment

AT_ONCE = 8  # threads of the server: so many guesses are judged at the same time


@pytest.fixture
def variables(migrated_url):
    """The environment of a site with several processes, on the kind of database that the tests run on."""
    if not migrated_url:
        return {"WEB_WORKERS": "2", "WEB_THREADS": "4"}
    return {
        "WEB_WORKERS": "2",
        "WEB_THREADS": "4",
        "DATABASE_URL": migrated_url,
        "SECRET_KEY": "only-for-the-tests-0123456789-abcdefghijklmnopqrstuvwxyz",
        "ALLOWED_HOSTS": "127.0.0.1",
        "HTTPS": "no",
    }


def manage(data_dir, variables, *command):
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=BASE_DIR,
        env=environment(DATA_DIR=str(data_dir)) | variables,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


class Guesser:
    """Somebody with a login form, which serves for many guesses."""

    def __init__(self, port):
        self.port = port
        page, headers = self.ask("GET")
        self.cookie = re.search(r"csrftoken=\w+", headers["Set-Cookie"])[0]
        self.token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.decode())[1]

    def ask(self, method, body=None, headers=None):
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, "/beheer/login/", body, headers or {})
        response = connection.getresponse()
        return response.read(), response.headers

    def guess(self, name, password):
        fields = {"csrfmiddlewaretoken": self.token, "username": name, "password": password, "next": "/beheer/"}
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        self.ask("POST", urlencode(fields), headers)


def test_five_guesses_are_all_that_anybody_gets_however_many_come_at_once(start, data_dir, variables):
    guesser, together = Guesser(start(**variables)), Barrier(AT_ONCE)
    names = [f"iemand-{number}@example.org" for number in range(3)]

    def guess(number):
        for name in names:
            together.wait()
            guesser.guess(name, f"gok-{number}")

    with ThreadPoolExecutor(AT_ONCE) as threads:
        list(threads.map(guess, range(AT_ONCE)))

    # A guess during the lockout is not counted: what is counted here was compared with the password.
    counted = manage(data_dir, variables, "axes_list_attempts").split("\n")
    # Some came while two passwords were being checked, and got "busy": they were compared with none.
    times = dict(line.split("\t")[1:] for line in counted if line)
    assert set(times) >= set(names)  # other tests guess at the same site
    assert all(0 < int(times[name]) <= 5 for name in names)
