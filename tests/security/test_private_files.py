"""What only the site itself needs is read by nobody else: not on the machine, and not over the net."""

import os
import stat
import subprocess
import sys

import pytest

from limburg_site.environment import BASE_DIR
from tests.servers import environment

from .wire import exchange, request

pytestmark = pytest.mark.once
WRITE = """
import django; django.setup()
from django.core.mail import EmailMessage
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("CREATE TABLE IF NOT EXISTS probe (x)")
    EmailMessage("x", "y", to=["x@example.org"]).send()
    import os, stat
    from django.conf import settings
    paths = [*settings.DATA_DIR.glob("site.sqlite3*"), *settings.DATA_DIR.glob("mail/*"), settings.DATA_DIR / "mail"]
    for path in sorted(paths):
        print(path.suffix, oct(stat.S_IMODE(os.stat(path).st_mode)))
"""


def modes(folder):
    done = subprocess.run(
        [sys.executable, "-c", WRITE],
        cwd=BASE_DIR,
        env=environment(DATA_DIR=str(folder), DJANGO_SETTINGS_MODULE="limburg_site.settings"),
        check=True,
        capture_output=True,
        text=True,
    )
    return dict(line.split(" ") for line in done.stdout.splitlines())


CLOSED = {".sqlite3": "0o600", ".sqlite3-wal": "0o600", ".sqlite3-shm": "0o600", ".log": "0o600", "": "0o700"}


@pytest.fixture(autouse=True)
def generous_umask():
    former = os.umask(0o022)
    yield
    os.umask(former)


def test_a_new_database_and_new_mail_are_for_their_owner_alone(tmp_path):
    assert modes(tmp_path / "data") == CLOSED


def test_what_was_open_before_is_closed_at_the_next_start(tmp_path):
    folder = tmp_path / "data"
    modes(folder)
    for path in (folder / "site.sqlite3", folder / "mail", *(folder / "mail").iterdir()):
        path.chmod(0o755)
    assert modes(folder) == CLOSED
    assert {stat.S_IMODE(path.stat().st_mode) for path in (folder / "mail").iterdir()} == {0o600}


def test_what_the_collection_of_static_files_notes_is_not_served(start, data_dir):
    port = start()
    noted = [path.name for path in (data_dir / "static").iterdir() if path.is_file()]
    assert "staticfiles.json" in noted
    for name in {*noted, "sources.sha256"}:
        assert exchange(port, request(f"/static/{name}")).status == 404, name
    [style] = (data_dir / "static" / "css").glob("site.????????????.css")
    assert exchange(port, request(f"/static/css/{style.name}")).status == 200
