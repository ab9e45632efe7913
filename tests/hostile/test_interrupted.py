"""An upload that does not come to its end, on a real server: no row and no file is left of it."""

import http.cookies
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from limburg_site.environment import BASE_DIR
from tests.factories import pdf_bytes
from tests.security.wire import exchange, request
from tests.servers import environment

pytestmark = pytest.mark.once

BOUNDARY = "grens"
PASSWORD = "een-lang-wachtwoord-1"
ACCOUNT = """
from django.contrib.auth import get_user_model
from django.contrib.sites.models import Site
get_user_model().objects.create_superuser("beheer", "beheer@example.org", "een-lang-wachtwoord-1")
"""


@pytest.fixture(scope="module")
def own_dir(data_dir, tmp_path_factory):
    """A site of its own: one whose disk was taken away starts no more, as its rows name files that are gone."""
    return shutil.copytree(data_dir, tmp_path_factory.mktemp("interrupted") / "data")


@pytest.fixture(scope="module")
def account(own_dir):
    subprocess.run(
        [sys.executable, "manage.py", "shell", "-c", ACCOUNT],
        cwd=BASE_DIR,
        env=environment(DATA_DIR=str(own_dir)),
        check=True,
        stdout=subprocess.DEVNULL,
    )


class Editor:
    """Logs in over HTTP, and sends forms byte by byte."""

    def __init__(self, port):
        self.port, self.cookies = port, {}
        self.get("/beheer/login/")
        fields = {"username": "beheer", "password": PASSWORD, "next": "/beheer/"}
        answer = self.send("POST", "/beheer/login/", self.form(fields))
        assert answer.status == 302, answer.text[:500]

    def send(self, method, path, body=b""):
        answer = exchange(self.port, self.bytes(method, path, body), method)
        for line in answer.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: morsel.value for name, morsel in http.cookies.SimpleCookie(line).items()}
        return answer

    def get(self, path):
        return self.send("GET", path)

    def bytes(self, method, path, body):
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = [f"Content-Type: multipart/form-data; boundary={BOUNDARY}", f"Origin: http://127.0.0.1:{self.port}"]
        headers += [f"Cookie: {cookies}"] if cookies else []
        return request(path, method=method, host=f"127.0.0.1:{self.port}", headers=headers, body=body)

    def form(self, fields, name="", data=b""):
        token = next((value for key, value in self.cookies.items() if "csrf" in key), "")
        parts = [
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
            for key, value in ({"csrfmiddlewaretoken": token} | fields).items()
        ]
        if name:
            head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files-0-file"; filename="{name}"\r\n'
            parts.append(f"{head}Content-Type: application/pdf\r\n\r\n".encode() + data + b"\r\n")
        return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()

    def document(self, slug, data):
        fields = {
            "content__title": "Advies",
            "content__type": "advies",
            "content__date": "06-02-2017",
            "content__language": "nl",
            "content__licence": "CC0-1.0",
            "slug": slug,
            "sites": 1,
            "files-TOTAL_FORMS": 1,
            "files-INITIAL_FORMS": 0,
        }
        self.get("/beheer/documents/document/add/")
        return self.form(fields, "x.pdf", data)


ADD = "/beheer/documents/document/add/"
LARGE = pdf_bytes(2) + b"%" + os.urandom(6_000_000).replace(b"\n", b"x") + b"\n%%EOF\n"


def left_behind(own_dir):
    """Rows of documents, and files among those that are kept or being received."""
    with closing(sqlite3.connect(own_dir / "site.sqlite3")) as database:
        tables = ("documents_document", "documents_documentcontent", "documents_documentfile")
        rows = [database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]  # noqa: S608
    files = [path for path in (own_dir / "files").rglob("*") if path.is_file()]
    return rows, files


def nothing_is_left(own_dir, passing):
    return left_behind(own_dir) == ([0, 0, 0], []) and not list(passing.iterdir())


def wait_until(condition):
    """For what a server does after its client has left; ten seconds at the most."""
    for _ in range(100):
        if condition():
            return True
        time.sleep(0.1)
    return False


@pytest.fixture
def passing(tmp_path):
    """Where the server keeps what it is still receiving."""
    folder = tmp_path / "passing"
    folder.mkdir()
    return folder


def test_a_connection_that_is_cut_in_the_middle_leaves_nothing(start, own_dir, account, passing):
    port = start(DATA_DIR=str(own_dir), TMPDIR=str(passing))
    editor = Editor(port)
    data = editor.bytes("POST", ADD, editor.document("afgebroken", LARGE))
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(data[: len(data) // 2])
        assert wait_until(lambda: any(passing.iterdir())), "the server has begun to write"

    assert wait_until(lambda: not any(passing.iterdir()))
    time.sleep(1)  # a form that passed for whole would be stored by now
    assert nothing_is_left(own_dir, passing), left_behind(own_dir)
    assert editor.get("/beheer/").status == 200


@pytest.fixture
def small_disk(own_dir):
    """The folder of the kept files on a disk of one megabyte."""
    folder = own_dir / "files"
    folder.mkdir(exist_ok=True)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("mounting takes the rights of root")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_nothing_and_the_server_goes_on(start, own_dir, account, small_disk, passing):
    editor = Editor(start(DATA_DIR=str(own_dir), TMPDIR=str(passing)))
    answer = editor.send("POST", ADD, editor.document("te-groot", LARGE))

    assert answer.status == 507 and "De schijf van de site is vol." in answer.text
    assert nothing_is_left(own_dir, passing), left_behind(own_dir)
    answer = editor.send("POST", ADD, editor.document("past", pdf_bytes()))
    assert answer.status == 302, re.findall(r"errorlist.*", answer.text)
    rows, files = left_behind(own_dir)
    assert rows == [1, 1, 1] and len(files) == 2
