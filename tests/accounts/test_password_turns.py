"""To check a password takes 100 MB and time: two at once on the machine, others in a short queue."""

import os
import re
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from http.client import HTTPConnection
from pathlib import Path
from threading import Lock
from urllib.parse import urlencode

import pytest
from django import forms
from django.contrib.auth.hashers import get_hasher, make_password
from django.urls import get_resolver

from accounts.password_turns import PASSWORDS, turn
from accounts.waiting_line import WITH_PASSWORD
from files.turns import TooBusy, locked
from tests.staff.routes import every_route

pytestmark = pytest.mark.once
AT_ONCE, WAITING = PASSWORDS.at_once, PASSWORDS.waiting


@pytest.fixture
def folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path / "passwords"


def taken(folder):
    """Every turn, held as another process of the site holds it."""
    places = ExitStack()
    for number in range(AT_ONCE):
        places.callback(os.close, locked(Path(folder, f"turn-{number + 1}")))
    return places


def test_two_have_a_turn_at_once_and_those_that_do_not_fit_are_told_so(folder):
    running, most, lock = 0, [], Lock()

    def work(_number):
        nonlocal running
        try:
            with turn():
                with lock:
                    running += 1
                    most.append(running)
                time.sleep(0.2)
                with lock:
                    running -= 1
        except TooBusy:
            return "busy"
        return "done"

    with ThreadPoolExecutor(12) as threads:
        answers = list(threads.map(work, range(12)))
    assert max(most) == AT_ONCE == 2
    assert answers.count("done") >= AT_ONCE + WAITING
    assert answers.count("busy") >= 1


def test_one_address_has_two_places_in_the_queue_and_leaves_the_others_to_others(folder):
    def wait(address):
        try:
            with turn(address):
                return "done"
        except TooBusy:
            return "busy"

    with ThreadPoolExecutor(12) as threads:
        with taken(folder):
            greedy = [threads.submit(wait, "2001:db8::") for _number in range(8)]
            time.sleep(0.5)
            other = threads.submit(wait, "192.0.2.1")
            time.sleep(0.5)
        answers = [one.result() for one in greedy]
    assert (answers.count("done"), answers.count("busy")) == (2, 6)
    assert other.result() == "done"


def test_no_password_is_hashed_or_compared_without_a_turn(folder, settings, monkeypatch):
    settings.PASSWORD_HASHERS = ["accounts.hashers.Argon2PasswordHasher"]
    monkeypatch.setattr("accounts.password_turns.PASSWORDS", replace(PASSWORDS, longest_wait=0.1))
    encoded = make_password("heide-mijn-bloesem-maas")
    assert encoded.startswith("argon2$argon2id$")
    with taken(folder):
        with pytest.raises(TooBusy):
            make_password("heide")
        with pytest.raises(TooBusy):
            get_hasher("argon2").verify("heide-mijn-bloesem-maas", encoded)
        assert make_password(None).startswith("!")
    assert get_hasher("argon2").verify("heide-mijn-bloesem-maas", encoded)


def test_every_form_with_a_password_stands_in_the_line():
    """Read from the views: a form with a field for a password is posted there."""
    found = set()
    for name, view in views():
        form = getattr(view, "authentication_form", None) or getattr(view, "form_class", None)
        fields = getattr(form, "base_fields", {}).values()
        if any(isinstance(field.widget, forms.PasswordInput) for field in fields):
            found.add(name)
    assert found | {"admin:password_change"} == WITH_PASSWORD
    assert {route.name for route in every_route()} >= WITH_PASSWORD


def views(resolver=None, names=()):
    for entry in (resolver or get_resolver()).url_patterns:
        if hasattr(entry, "url_patterns"):
            yield from views(entry, (*names, entry.namespace) if entry.namespace else names)
        elif entry.name:
            view = getattr(entry.callback, "view_class", None) or unwrapped(entry.callback)
            yield ":".join((*names, entry.name)), view


def unwrapped(callback):
    while hasattr(callback, "__wrapped__"):
        callback = callback.__wrapped__
    return getattr(callback, "view_class", None)


@pytest.mark.django_db
def test_who_comes_when_it_is_busy_gets_a_page_and_a_moment_to_come_back(start, data_dir):
    port = start()
    answer, page = ask(port, "GET")
    fields = {
        "csrfmiddlewaretoken": re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1],
        "username": "an@example.org",
        "password": "fout",
    }
    headers = {
        "Cookie": re.search(r"csrftoken=\w+", answer.headers["Set-Cookie"])[0],
        "Content-Type": "application/x-www-form-urlencoded",
    }
    with taken(data_dir / "passwords"):
        began = time.monotonic()
        answer, page = ask(port, "POST", urlencode(fields), headers)
        assert time.monotonic() - began < 10
        assert answer.status == 503
        assert answer.headers["Retry-After"] == "5"
        assert "Er melden zich op dit moment te veel mensen aan" in page
    answer, page = ask(port, "POST", urlencode(fields), headers)
    assert answer.status == 200 and "kennen we niet" in page


def ask(port, method, body=None, headers=None):
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, "/beheer/login/", body, headers or {})
    answer = connection.getresponse()
    return answer, answer.read().decode()
