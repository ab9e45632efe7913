"""Byte by byte against gunicorn as it runs: what a client library would put right, and a site without database."""

import pytest

from .answers import HEADINGS, has_security_headers, is_error_page, is_for_readers, is_for_staff, policy
from .wire import exchange, request

pytestmark = pytest.mark.once

# target, method, host, status: refused by the site
REFUSED = [
    ("//evil.example/", "GET", "127.0.0.1", 404),
    ("//evil.example", "GET", "127.0.0.1", 404),
    ("//evil.example/%2e%2e", "GET", "127.0.0.1", 404),
    ("///", "GET", "127.0.0.1", 404),
    ("/nieuws//", "GET", "127.0.0.1", 404),
    ("/%00", "GET", "127.0.0.1", 400),
    ("/nieuws/%FF/", "GET", "127.0.0.1", 404),
    ("/" + "%FF" * 2_500 + "/", "GET", "127.0.0.1", 404),
    ("/" + "a/" * 4_000, "GET", "127.0.0.1", 404),
    ("/\\evil.example", "GET", "127.0.0.1", 404),
    ("/../../etc/passwd", "GET", "127.0.0.1", 404),
    ("/nieuws/?" + "a=" + "x" * 7_000, "GET", "127.0.0.1", 400),
    ("/nieuws/?a=%00", "GET", "127.0.0.1", 400),
    ("/nieuws/?a=%ff", "GET", "127.0.0.1", 400),
    ("/nieuws/", "POST", "127.0.0.1", 405),
    ("/nieuws/", "TRACE", "127.0.0.1", 405),
    ("/nieuws/", "CONNECT", "127.0.0.1", 405),
    ("/nieuws/", "ONZIN", "127.0.0.1", 405),
    ("/static/css/site.css", "DELETE", "127.0.0.1", 405),
    ("/", "GET", "evil.example", 400),
    ("/", "GET", "", 400),
    ("/", "GET", "127.0.0.1:abc", 400),
    ("/", "GET", "[::1", 400),
    ("/", "GET", "\xe9.example", 400),
    ("/static/img/mark.svg", "GET", "evil.example", 400),
]
# Refused by gunicorn, before the site: no HTTP, or too much of it.
UNINTELLIGIBLE = [
    b"\r\n\r\n",
    b"GET\r\n\r\n",
    b"GET nieuws HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"GET /\xff HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n",
    b"get / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\x00\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n",
    b"GET http://[/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"GET /" + b"a" * 9_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + b"x" * 9_000 + b"\r\n\r\n",
]
HARMLESS_HEADERS = [
    "Cookie: sessionid=" + "x" * 7_000,
    'Cookie: sessionid="\\000aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"',
    "Cookie: ;;==;=a;\xff",
    'Cookie: csrftoken="\\000"; messages=\xff; django_language="\\000"',
    "Range: onzin",
    "Range: bytes=-",
    "Range: bytes=" + "9" * 5_000 + "-",
    "If-Modified-Since: onzin",
    "If-Modified-Since: Mon, 99 Foo 99999999999 99:99:99 GMT",
    'If-None-Match: """"W/,,',
    "If-Match: onzin",
    "If-Unmodified-Since: onzin",
    "Accept-Encoding: ;;q=zzz,,gzip;q=9e999,\xff",
    "Accept-Language: " + "nl;q=,," * 900,
    "Accept: \xff",
    "Content-Type: multipart/form-data",
    "Content-Type: text/plain; charset=hex",
    "Content-Type: text/plain; charset=undefined",
    "Content-Type: text/plain; charset*=unknown''x",
    "Content-Type: text/plain; x*=unknown''y%FF",
    "X-Forwarded-Host: evil.example",
    "X-Forwarded-For: \xff,,",
    "Referer: \xff",
    "Authorization: Basic \xff",
]


@pytest.mark.parametrize(("target", "method", "host", "status"), REFUSED)
def test_the_site_refuses_in_dutch(server, target, method, host, status):
    answer = exchange(server, request(target, method=method, host=host))
    assert answer.status == status
    is_error_page(status, answer.headers, answer.text)
    is_for_readers(answer.headers)
    assert "Location" not in answer.headers


@pytest.mark.parametrize("data", UNINTELLIGIBLE)
def test_what_is_no_http_is_refused_in_dutch(server, data):
    answer = exchange(server, data)
    assert 400 <= answer.status < 500
    is_error_page(400, answer.headers, answer.text)
    is_for_readers(answer.headers)


@pytest.mark.parametrize("header", HARMLESS_HEADERS)
def test_a_header_without_meaning_changes_nothing(server, header):
    for path in ("/nieuws/", "/static/img/mark.svg"):
        answer = exchange(server, request(path, headers=[header]))
        assert answer.status == 200
        is_for_readers(answer.headers)


def test_a_range_that_a_file_does_not_have_is_told(server):
    answer = exchange(server, request("/static/img/mark.svg", headers=["Range: bytes=99999999-"]))
    assert answer.status == 416
    is_for_readers(answer.headers)


def test_static_files_have_the_headers_in_every_form(server):
    first = exchange(server, request("/static/css/site.css"))
    for header in (f"If-None-Match: {first.headers['ETag']}", "Range: bytes=0-3", "Accept-Encoding: br, gzip"):
        answer = exchange(server, request("/static/css/site.css", headers=[header]))
        assert answer.status in (200, 206, 304)
        is_for_readers(answer.headers)


def test_head_has_the_headers_of_get_and_no_body(server):
    for path in ("/nieuws/", "/bestaat-niet/", "/nieuws", "/static/css/site.css", "/beheer/login/"):
        get, head = exchange(server, request(path)), exchange(server, request(path, method="HEAD"), "HEAD")
        assert (head.status, head.text) == (get.status, "")
        assert policy(head.headers) == policy(get.headers)
        has_security_headers(head.headers)


def test_a_charset_with_too_many_fields_is_refused(server):
    data = request("/beheer/login/?" + "a&" * 1_500, headers=["Content-Type: text/plain; charset=utf-8"])
    answer = exchange(server, data)
    assert answer.status == 400
    is_error_page(400, answer.headers, answer.text)


def test_the_login_page_refuses_a_form_that_it_can_not_read(server):
    bodies = [
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=\xff", b"x"),
        ("multipart/form-data; charset=hex", b"x"),
        ("application/x-www-form-urlencoded", b"&".join(b"a%d=1" % n for n in range(1_500))),
    ]
    for kind, body in bodies:
        data = request("/beheer/login/", method="POST", headers=[f"Content-Type: {kind}"], body=body)
        answer = exchange(server, data)
        assert answer.status == 400
        is_error_page(400, answer.headers, answer.text)
        is_for_staff(answer.headers)


@pytest.mark.parametrize("path", ["/", "/nieuws/", "/sitemap.xml", "/documenten/x/x.pdf"])
def test_without_the_database_a_reader_is_told_so(server_without_database, path):
    answer = exchange(server_without_database, request(path))
    assert answer.status == 500
    is_error_page(500, answer.headers, answer.text)
    is_for_readers(answer.headers)


def test_without_the_database_a_page_has_its_looks_and_refusals_go_on(server_without_database):
    page = exchange(server_without_database, request("/")).text
    stylesheet = page.partition('rel="stylesheet" href="')[2].partition('"')[0]
    assert exchange(server_without_database, request(stylesheet)).status == 200
    for target, status in (("//", 404), ("/%00", 400)):
        assert HEADINGS[status] in exchange(server_without_database, request(target)).text


def test_without_the_database_a_session_of_staff_gets_the_same_page(server_without_database):
    for path in ("/nieuws/", "/nieuws/?toolbar_on", "/beheer/"):
        answer = exchange(server_without_database, request(path, headers=["Cookie: sessionid=" + "a" * 32]))
        assert answer.status == 500
        is_error_page(500, answer.headers, answer.text)
        assert "Set-Cookie" not in answer.headers
