"""Parts of files (RFC 9110, 14), of static files and of documents alike."""

import pytest
from django.conf import settings as django_settings
from django.http import HttpResponse
from django.test import RequestFactory, override_settings

from files.serving import StaticFilesMiddleware, serve_file

DATA = b"0123456789"
ANSWERS = [
    ("bytes=0-0", 206, b"0", "bytes 0-0/10"),
    ("bytes=9-9", 206, b"9", "bytes 9-9/10"),
    ("bytes=0-", 206, DATA, "bytes 0-9/10"),
    ("bytes=3-5", 206, b"345", "bytes 3-5/10"),
    ("bytes=3-99", 206, b"3456789", "bytes 3-9/10"),
    ("Bytes=3-5", 206, b"345", "bytes 3-5/10"),
    ("bytes=-1", 206, b"9", "bytes 9-9/10"),
    ("bytes=-99", 206, DATA, "bytes 0-9/10"),
    ("bytes=-0", 416, b"", "bytes */10"),
    ("bytes=10-", 416, b"", "bytes */10"),
    ("bytes=0-0,2-3", 200, DATA, None),
    ("bytes=5-3", 200, DATA, None),
    ("bytes=-", 200, DATA, None),
    ("bytes=+1-3", 200, DATA, None),
    ("bytes=1_0-", 200, DATA, None),
    ("lines=0-0", 200, DATA, None),
]


@pytest.fixture
def static(tmp_path):
    """Ask the site's middleware for a file below /static/."""
    (tmp_path / "cijfers.bin").write_bytes(DATA)
    (tmp_path / "leeg.bin").write_bytes(b"")
    (tmp_path / "blad.css").write_bytes(DATA)
    (tmp_path / "blad.css.gz").write_bytes(b"gezipt")
    with override_settings(STATIC_ROOT=tmp_path):
        middleware = StaticFilesMiddleware(lambda request: HttpResponse(status=404))

    def ask(name, method="GET", **headers):
        return middleware(RequestFactory().generic(method, f"/static/{name}", headers=headers))

    return ask


def body(response):
    return b"".join(response)


def test_the_site_serves_its_static_files_so():
    assert "files.serving.StaticFilesMiddleware" in django_settings.MIDDLEWARE


@pytest.mark.parametrize(("asked", "status", "data", "content_range"), ANSWERS)
def test_a_part_of_a_static_file(static, asked, status, data, content_range):
    response = static("cijfers.bin", range=asked)

    assert (response.status_code, body(response), response.get("Content-Range")) == (status, data, content_range)
    if status != 416:
        assert response["Content-Length"] == str(len(data))


@pytest.mark.parametrize(("asked", "status", "data", "content_range"), ANSWERS)
def test_a_part_of_a_file_behind_a_view(tmp_path, asked, status, data, content_range):
    path = tmp_path / "advies.pdf"
    path.write_bytes(DATA)
    request = RequestFactory().get("/", headers={"range": asked})
    response = serve_file(request, path, content_type="application/pdf", etag="abc", cache_control="no-cache")

    assert (response.status_code, body(response), response.get("Content-Range")) == (status, data, content_range)


@pytest.mark.parametrize("asked", ["bytes=0-0", "bytes=0-", "bytes=-1", "bytes=-0"])
def test_an_empty_file_comes_whole(static, asked):
    response = static("leeg.bin", range=asked)

    assert (response.status_code, body(response), response["Content-Length"]) == (200, b"", "0")


def test_a_range_is_for_get_alone(static):
    response = static("cijfers.bin", method="HEAD", range="bytes=0-0")

    assert (response.status_code, response["Content-Length"]) == (200, "10")


def test_a_part_is_joined_to_the_same_bytes_alone(static):
    etag = static("cijfers.bin")["ETag"]
    assert static("cijfers.bin", range="bytes=5-", if_range=etag).status_code == 206
    assert static("cijfers.bin", range="bytes=5-", if_range='"ander"').status_code == 200

    etag = static("blad.css", accept_encoding="gzip")["ETag"]
    assert static("blad.css", range="bytes=5-", if_range=etag).status_code == 200
    assert body(static("blad.css", range="bytes=0-0", accept_encoding="gzip")) == b"g"


def test_a_page_that_names_a_file_which_was_not_collected_is_still_a_page(client, db, settings, tmp_path):
    bundled = {"staticfiles": {"BACKEND": "limburg_site.static_files.BundledStaticFilesStorage"}}
    with override_settings(STATIC_ROOT=tmp_path, STORAGES=settings.STORAGES | bundled):
        response = client.get("/nieuws/")

    assert response.status_code == 200
    assert 'href="/static/css/site.css"' in response.content.decode()
