"""Nobody fills memory or disk: what is too long is refused before it is read, at every address."""

import io
import socket
import time
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone

from limburg_site.body_size import WITHOUT_SESSION
from tests.accounts.people import person
from tests.staff.routes import PARAMETER, every_route

from .wire import exchange, request

MEGABYTE = 1024 * 1024


class Untouched(io.RawIOBase):
    """A body of which nobody may read."""

    def read(self, *args):
        raise AssertionError("the body was read")

    readline = read


def send(client, path, length, method="POST", **headers):
    unread = {"wsgi.input": Untouched(), "CONTENT_LENGTH": str(length)}
    kind = {"CONTENT_TYPE": "multipart/form-data; boundary=x"}
    return client.generic(method, path, **unread, **kind, **headers)


@pytest.mark.django_db
def test_no_address_reads_more_than_a_small_form_of_who_is_not_logged_in(client):
    read = []
    for route in every_route():
        for method in ("POST", "PUT", "GET"):
            answer = send(client, "/" + PARAMETER.sub("1", route.pattern), 200 * MEGABYTE, method)
            if answer.status_code != 413 or "is te groot" not in answer.content.decode():
                read.append((method, route.pattern, answer.status_code))
    assert read == []


def a_session(client, case):
    """The cookie of a session that is none."""
    if case == "made up":
        return "a" * 32
    if case == "NUL":
        return '"\\000aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"'
    if case == "of nobody":
        session = SessionStore()
        session["x"] = 1
        session.save()
        return session.session_key
    account = person("an", "Redacteur")
    client.force_login(account)
    if case == "expired":
        Session.objects.update(expire_date=timezone.now() - timedelta(minutes=1))
    elif case == "inactive":
        account.is_active = False
        account.save()
    elif case == "new password":
        account.set_password("x")
        account.save()
    else:
        account.is_staff = False
        account.save()
    return client.cookies[settings.SESSION_COOKIE_NAME].value


@pytest.mark.django_db
@pytest.mark.parametrize("case", ["made up", "NUL", "of nobody", "expired", "inactive", "new password", "no staff"])
def test_a_session_that_is_none_opens_nothing(client, case):
    client.cookies[settings.SESSION_COOKIE_NAME] = a_session(client, case)
    assert send(client, "/beheer/login/", WITHOUT_SESSION + 1).status_code == 413


@pytest.mark.django_db
def test_staff_send_a_file_and_no_more_than_that(client, settings):
    client.force_login(person("an", "Redacteur"))
    with pytest.raises(AssertionError, match="was read"):
        send(client, "/beheer/documents/document/add/", settings.UPLOAD_MAX_BYTES)
    answer = send(client, "/beheer/documents/document/add/", settings.UPLOAD_MAX_BYTES + 6 * MEGABYTE)
    assert answer.status_code == 413
    assert "50,0\xa0MB" in answer.content.decode()


def bytes_of(length, *headers):
    headers = [f"Content-Length: {length}", "Content-Type: application/x-www-form-urlencoded", *headers]
    return request("/beheer/login/", method="POST", headers=headers, body=b"x" * 4096)


def chunked(size):
    headers = ["Transfer-Encoding: chunked", "Content-Type: application/x-www-form-urlencoded"]
    head = request("/beheer/login/", method="POST", headers=headers)
    return head + chunks(size)


def chunks(size):
    return b"".join(b"1000\r\n" + b"x" * 4096 + b"\r\n" for _chunk in range(size // 4096)) + b"0\r\n\r\n"


@pytest.mark.once
@pytest.mark.parametrize("cookie", [(), ("Cookie: sessionid=" + "a" * 32,)])
def test_200_megabytes_are_refused_at_once_and_never_reach_the_disk(start, tmp_path, cookie):
    port = start(TMPDIR=str(tmp_path))
    exchange(port, request("/robots.txt"))  # it listens before it can answer
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(bytes_of(200 * MEGABYTE, *cookie))
        began, answer = time.monotonic(), b""
        while b"is te groot" not in answer and (part := connection.recv(65536)):
            answer += part
        assert time.monotonic() - began < 5
    head, _, page = answer.decode().partition("\r\n\r\n")
    assert head.startswith("HTTP/1.1 413 ") and "X-Content-Type-Options: nosniff" in head
    assert "Dit is te groot" in page
    assert list(tmp_path.iterdir()) == []


@pytest.mark.once
def test_a_body_without_a_length_is_counted_while_it_is_read(start):
    port = start()
    assert exchange(port, chunked(1024 * 1024)).status == 413
    # Small enough: read like any other form, and refused for its lack of a token alone.
    assert exchange(port, chunked(8192)).status == 403
