"""To check a password takes 100 MB and time: two at once on the machine, others in a short queue."""

import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from urllib.parse import urlencode

import pytest
from django import forms
from django.contrib.auth.hashers import get_hasher, make_password
from django.core.exceptions import ImproperlyConfigured

from accounts.password_turns import PASSWORDS, turn
from files.turns import TooBusy, locked
from limburg_site.environment import BASE_DIR
from limburg_site.waiting_line import WITH_PASSWORD
from tests.servers import environment
from tests.staff.routes import every_route

pytestmark = pytest.mark.once
AT_ONCE, WAITING = PASSWORDS.at_once, PASSWORDS.waiting


@pytest.fixture
def folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.TURNS_DIR = tmp_path / "of-the-machine"
    return settings.TURNS_DIR


def taken(folder, kind="turn", number=AT_ONCE):
    """Every turn, held as another process holds it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    places = ExitStack()
    for place in range(number):
        places.callback(os.close, locked(folder, f"passwords-{kind}-{place + 1}"))
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


NO_PATIENCE = replace(PASSWORDS, longest_wait=0)


def test_the_turns_are_those_of_every_site_on_the_machine(folder, settings, tmp_path):
    """Two sites with data of their own, and one turn more than there is."""
    with ExitStack() as until_the_end:
        for number in range(AT_ONCE):
            settings.DATA_DIR = tmp_path / f"site-{number}"
            until_the_end.enter_context(NO_PATIENCE.turn())
        for number in range(AT_ONCE):
            settings.DATA_DIR = tmp_path / f"site-{number}"
            with pytest.raises(TooBusy), NO_PATIENCE.turn():
                pass
    with NO_PATIENCE.turn():
        pass


def test_a_queue_is_full_for_its_own_site_alone(folder, settings, tmp_path):
    """Who waits keeps a thread of that site busy, and no other's."""
    settings.DATA_DIR = tmp_path / "full"
    with taken(tmp_path / "full" / "turns", "queue", AT_ONCE + WAITING):
        with pytest.raises(TooBusy), NO_PATIENCE.turn():
            pass
        settings.DATA_DIR = tmp_path / "quiet"
        with NO_PATIENCE.turn():
            pass


def test_sites_of_one_account_agree_on_the_folder_by_themselves(tmp_path):
    """As two units of systemd: data of their own, and a folder for what is temporary of their own."""
    told = set()
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        variables = environment(DATA_DIR=str(tmp_path / name), TMPDIR=str(tmp_path / name), TURNS_DIR="")
        program = "from limburg_site.settings import TURNS_DIR; print(TURNS_DIR)"
        told.add(subprocess.check_output([sys.executable, "-c", program], cwd=BASE_DIR, env=variables, text=True))
    assert len(told) == 1


def planted_link(folder, elsewhere):
    folder.symlink_to(elsewhere)


def link_to_nowhere(folder, elsewhere):
    folder.symlink_to(elsewhere / "missing")


def file_in_its_place(folder, elsewhere):
    folder.touch()


def open_to_everybody(folder, elsewhere):
    folder.mkdir()
    folder.chmod(0o1777)


def open_to_readers(folder, elsewhere):
    """Who can open a lock can hold it."""
    folder.mkdir(mode=0o755)


@pytest.mark.parametrize("made", [planted_link, link_to_nowhere, file_in_its_place, open_to_everybody, open_to_readers])
def test_no_turn_is_taken_in_a_folder_that_another_account_may_have_made(folder, tmp_path, made):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    made(folder, elsewhere)
    with pytest.raises(ImproperlyConfigured, match=f"^TURNS_DIR: {folder} "), NO_PATIENCE.turn():
        pass
    assert not any(elsewhere.iterdir())


def test_no_lock_is_followed_to_a_file_of_somebody_else(folder, tmp_path):
    folder.mkdir(mode=0o700)
    for number in range(AT_ONCE):
        (folder / f"passwords-turn-{number + 1}").symlink_to(tmp_path / "made")
    with pytest.raises(OSError), NO_PATIENCE.turn():  # noqa: PT011
        pass
    assert not (tmp_path / "made").exists()


def test_a_folder_that_is_not_there_is_made_for_this_account_alone(folder):
    with NO_PATIENCE.turn():
        assert folder.stat().st_mode & 0o777 == 0o700


AS_SOMEBODY = """
import os, sys
from django.conf import settings
from files.turns import folder_of_the_machine, locked
settings.configure(TURNS_DIR=sys.argv[1])
if account := int(sys.argv[2]):
    os.umask(0o077)
    os.setgroups([])
    os.setgid(4711)
    os.setuid(account)
os.close(locked(folder_of_the_machine(), "passwords-turn-1"))
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root, who becomes somebody else")
@pytest.mark.parametrize(("owner", "mode", "ends"), [(0, 0o2770, [0, 0, 0]), (4712, 0o700, [0, 1, 1])])
def test_accounts_that_share_the_turns_have_a_folder_of_root_for_their_group(owner, mode, ends):
    with TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        folder = Path(place, "turns")
        folder.mkdir()
        os.chown(folder, owner, 4711)
        folder.chmod(mode)
        codes = [
            subprocess.run(
                [sys.executable, "-c", AS_SOMEBODY, folder, str(account)], cwd=BASE_DIR, stderr=subprocess.DEVNULL
            ).returncode
            for account in (4712, 4713, 0)
        ]
    assert codes == ends


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
    for route in every_route():
        form = getattr(route.view, "authentication_form", None) or getattr(route.view, "form_class", None)
        fields = getattr(form, "base_fields", {}).values()
        if any(isinstance(field.widget, forms.PasswordInput) for field in fields):
            found.add(route.name)
    assert found | {"admin:password_change"} == WITH_PASSWORD
    assert {route.name for route in every_route()} >= WITH_PASSWORD


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
    with taken(data_dir / "turns"):
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
