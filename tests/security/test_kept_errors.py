"""What the error page promises: each error is kept, and found again by the number that the page tells."""

import logging
import os
import re
import stat
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.urls import path

from limburg_site.kept_errors import KEPT_DAYS, MOST_BYTES_A_DAY, MOST_CHARACTERS_OF_ONE, KeptErrors
from limburg_site.urls import *  # noqa: F403 - the site's own, handlers too, and one that fails
from limburg_site.urls import urlpatterns as of_the_site
from tests.clients import SiteClient

from .wire import exchange, request


def fails(asked, token=""):
    raise RuntimeError(f"A fault of ours at {asked.path}")


urlpatterns = [path("pers/embargo/<token>/", fails), path("nieuws/fout/", fails), *of_the_site]
NOBODY = 65534
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture
def folder():
    """Where the handler of the settings writes during a test (tests/conftest.py)."""
    [kept] = [one for one in logging.getLogger().handlers if isinstance(one, KeptErrors)]
    return kept.folder


def kept_in(folder):
    return "".join(path.read_text() for path in folder.glob("errors-*.log"))


def number_on(response):
    return re.search(r"<strong>([0-9a-f]{8})</strong>", response.text)[1]


def test_an_error_is_kept_under_the_number_that_its_page_tells(folder):
    client = SiteClient(raise_request_exception=False)
    first, second = client.get("/nieuws/fout/"), client.get("/nieuws/fout/")
    assert (first.status_code, "Geef dan dit nummer door" in first.text) == (500, True)
    assert number_on(first) != number_on(second)
    for response in (first, second):
        [line] = [line for line in kept_in(folder).splitlines() if number_on(response) in line]
        assert "/nieuws/fout/" in line
    assert "RuntimeError: A fault of ours" in kept_in(folder)


def test_what_is_kept_is_for_the_account_of_the_service_alone_and_holds_no_token(folder):
    SiteClient(raise_request_exception=False).get("/pers/embargo/geheim123/")
    [path] = folder.iterdir()
    assert (stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(folder.stat().st_mode)) == (0o600, 0o700)
    assert "(token)" in path.read_text() and "geheim123" not in path.read_text()


def test_a_folder_that_cant_be_written_fails_no_request(folder, capsys):
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("not a folder")
    response = SiteClient(raise_request_exception=False).get("/nieuws/fout/")
    assert response.status_code == 500 and number_on(response)
    assert "Logging error" in capsys.readouterr().err


def test_old_errors_go_and_one_day_fills_no_disk(folder):
    folder.mkdir(parents=True)
    day = 24 * 3600
    old, recent = (
        folder / time.strftime("errors-%Y-%m-%d.log", time.localtime(time.time() - days * day))
        for days in (KEPT_DAYS + 2, KEPT_DAYS - 2)
    )
    for file in (old, recent, folder / "other.log"):
        file.touch()
    handler, error = KeptErrors(folder), logging.makeLogRecord({"levelno": 40, "msg": "x" * MOST_BYTES_A_DAY})
    for _ in range(2 * MOST_BYTES_A_DAY // MOST_CHARACTERS_OF_ONE):
        handler.handle(error)
    assert not old.exists() and recent.exists() and (folder / "other.log").exists()
    assert sum(file.stat().st_size for file in folder.iterdir()) < 1.1 * MOST_BYTES_A_DAY


def test_a_file_that_is_full_says_so_once(folder, monkeypatch):
    monkeypatch.setattr("limburg_site.kept_errors.MOST_BYTES_A_DAY", 1000)
    handler = KeptErrors(folder)
    for number in range(40):
        handler.handle(logging.makeLogRecord({"levelno": 40, "msg": f"fault {number}"}))
    lines = kept_in(folder).splitlines()
    assert lines[-1].startswith("Full from here") and len(lines) < 40
    assert sum("Full from here" in line for line in lines) == 1


KEEP_ONE = """
import logging, os, sys
from limburg_site.kept_errors import KeptErrors
if sys.argv[2] != "0":
    os.setuid(int(sys.argv[2]))
KeptErrors(sys.argv[1]).handle(logging.makeLogRecord({"levelno": 40, "msg": f"as {sys.argv[2]}"}))
"""


@pytest.mark.once
@pytest.mark.skipif(os.geteuid() != 0, reason="needs root, who becomes somebody else")
def test_a_file_that_root_made_keeps_nobody_from_writing():
    """A folder of the account of the service, and a command of root that logs the first error of the day."""
    with TemporaryDirectory() as place:
        kept = Path(place) / "log"
        kept.mkdir(mode=0o700)
        for folder in (place, kept):
            os.chown(folder, NOBODY, NOBODY)
        for account in (0, NOBODY):
            told = subprocess.run(
                [sys.executable, "-c", KEEP_ONE, kept, str(account)], capture_output=True, text=True, check=True
            )
            assert told.stderr == ""
        assert "as 0" in kept_in(kept) and f"as {NOBODY}" in kept_in(kept)
        assert {stat.S_IMODE(path.stat().st_mode) for path in kept.iterdir()} == {0o600}


def test_what_was_kept_apart_is_forgotten_as_well(folder):
    folder.mkdir(parents=True)
    (folder / "errors-2020-01-01-33.log").touch()
    KeptErrors(folder).handle(logging.makeLogRecord({"levelno": 40, "msg": "fault"}))
    assert not (folder / "errors-2020-01-01-33.log").exists()


WRITE_MANY = """
import logging, sys
from limburg_site.kept_errors import KeptErrors
handler = KeptErrors(sys.argv[1])
for n in range(200):
    handler.handle(logging.makeLogRecord({"levelno": 40, "name": sys.argv[2], "msg": "y" * 3000}))
"""


@pytest.mark.once
def test_processes_that_write_at_once_lose_no_line(tmp_path):
    writers = [subprocess.Popen([sys.executable, "-c", WRITE_MANY, tmp_path, f"p{n}"]) for n in range(4)]
    assert [writer.wait(timeout=60) for writer in writers] == [0] * 4
    lines = kept_in(tmp_path).splitlines()
    assert len(lines) == 800 and all(line.endswith(" " + "y" * 3000) for line in lines)


@pytest.mark.once
def test_an_error_without_a_database_is_kept(server_without_database, data_dir):
    number = number_on(exchange(server_without_database, request("/nieuws/")))
    assert f"[{number}]" in kept_in(data_dir / "log")
