"""Wrong addresses, queries, methods, hosts and forms: each gets a Dutch page with its status, none an error of ours."""

import pytest

from tests.clients import SiteClient
from tests.factories import UserFactory, cms_page

from .answers import is_error_page, is_for_readers

pytestmark = pytest.mark.django_db

READABLE = ["/", "/nieuws/", "/organisaties/", "/documenten/", "/pagina/", "/nieuws/feed/", "/sitemap.xml"]
MISSING = [
    "/nieuws/bestaat-niet/",
    "/nieuws/0000/",
    "/nieuws/9999/",
    "/nieuws/pagina/0/",
    "/nieuws/pagina/99999/",
    "/nieuws/pagina/-1/",
    "/nieuws/soort/onzin/",
    "/nieuws/organisatie/onzin/",
    "/nieuws/2017/organisatie/x/",
    "/nieuws/" + "9" * 5000 + "/",
    "/organisaties/onzin/",
    "/documenten/soort/onzin/2017/pagina/7/",
    "/documenten/x/y.exe",
    "/documenten/../x/x.pdf",
    "/beelden/1/abc/100.webp",
    "/beelden/" + "9" * 30 + "/abc/100.webp",
    "/beelden/1/abc/" + "9" * 30 + ".webp",
    "/static/../manage.py",
    "/.git/config",
    "/cms_login/",
    "/nieuws/%E2%80%AE/",
    "/" + "a/" * 1000,
    "/a%0d%0aSet-Cookie:%20x=1/",
    "/%5cevil.example/",
    "/nieuws//",
    "/%2f%2fevil.example/",
    "/nieuws/%FF/",
    "/%C3%28/",
    "/%ED%A0%80/",
]
UNREADABLE = ["/%00", "/nieuws/%00/", "/static/%00.css", "/pagina%00/"]
BAD_QUERIES = ["a=%00", "%00=1", "a=%FF", "%C3%28=a", "a=%ED%A0%80", "a=" + "x" * 2_100, "&" * 1_999, "a&" * 1_050]
HARMLESS_QUERIES = [
    "a=1",
    "page=abc",
    "=",
    "%",
    "%zz",
    "a[]=1;b",
    "a=" + "x" * 1_990,
    "utm_source=%C3%A9",
    "template=x",
]
METHODS = ["POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND", "ONZIN"]
BAD_HOSTS = ["evil.example", "", "a b", "testserver:abc", "[::1", "x@testserver", "testserver, evil.example", "x" * 300]


@pytest.fixture(autouse=True)
def pages():
    cms_page("Start", slug="start", state="published").page.set_as_homepage()
    cms_page("Pagina", slug="pagina", state="published")


def refused(response, status):
    assert response.status_code == status
    is_error_page(status, response.headers, response.content.decode())
    is_for_readers(response.headers)


@pytest.mark.parametrize("path", MISSING)
def test_an_address_that_nothing_has_is_not_found(client, path):
    refused(client.get(path), 404)


@pytest.mark.parametrize("path", UNREADABLE)
def test_an_address_with_nul_is_refused(client, path):
    refused(client.get(path), 400)


@pytest.mark.parametrize("query", BAD_QUERIES)
def test_a_query_that_nobody_can_mean_is_refused(client, query):
    for path in ("/", "/nieuws/", "/pagina/", "/bestaat-niet/"):
        refused(client.get(f"{path}?{query}"), 400)


@pytest.mark.parametrize("query", HARMLESS_QUERIES)
def test_a_query_that_nothing_reads_changes_nothing(client, query):
    for path in READABLE:
        assert client.get(f"{path}?{query}").status_code == 200


@pytest.mark.parametrize("method", METHODS)
def test_public_addresses_are_only_read(client, method):
    for path in (*READABLE, "/nieuws", "/static/css/site.css", "/bestaat-niet/"):
        response = client.generic(method, path, b"a=1")
        refused(response, 405)
        assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_what_an_address_allows_can_be_asked(client):
    for path, allowed in (("/nieuws/", "GET, HEAD, OPTIONS"), ("/beheer/login/", "GET, HEAD, OPTIONS, POST")):
        response = client.options(path)
        assert (response.status_code, response["Allow"]) == (204, allowed)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "TRACE", "ONZIN"])
def test_below_beheer_forms_are_posted_and_nothing_else(client, method):
    assert client.generic(method, "/beheer/login/").status_code == 405


@pytest.mark.parametrize("host", BAD_HOSTS)
def test_a_host_that_is_not_ours_is_refused(client, host):
    for path in ("/", "/static/css/site.css", "/beheer/login/"):
        response = client.get(path, headers={"host": host})
        assert response.status_code == 400
        is_error_page(400, response.headers, response.content.decode())


def test_a_double_slash_leads_nowhere_else(client):
    for path in ("/nieuws//evil.example", "/%2F%2Fevil.example/", "/beheer//evil.example/"):
        response = client.get(path)
        assert response.status_code == 404
        assert "Location" not in response


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("multipart/form-data", b"x", 400),
        ("multipart/form-data; boundary=" + "b" * 300, b"x", 400),
        ("multipart/form-data; boundary=x", b"onzin", 200),
        ("application/x-www-form-urlencoded", b"&".join(b"a%d=1" % n for n in range(1_500)), 400),
        ("application/x-www-form-urlencoded", b"a=" + b"x" * 6_000_000, 413),
        ("application/x-www-form-urlencoded", b"username=%00a&password=%00b", 200),
        ("application/x-www-form-urlencoded", b"username=%FF&password=b", 200),
        ("application/x-www-form-urlencoded; charset=hex", b"username=a&password=b", 400),
        ("application/x-www-form-urlencoded; charset=utf-16", b"username=a&password=b", 400),
        ("application/json", b"{", 200),
    ],
)
def test_a_login_form_that_nobody_can_read_is_no_error_of_ours(client, kind, body, status):
    response = client.generic("POST", "/beheer/login/", body, content_type=kind)
    assert response.status_code == status
    if status >= 400:
        is_error_page(status, response.headers, response.content.decode())


def test_the_parameters_of_the_editor_still_reach_who_is_logged_in():
    client = SiteClient()
    client.force_login(UserFactory(is_superuser=True))
    assert client.get("/?cms_path=/pagina/").status_code == 200
    long = "/beheer/cms/pagecontent/?language=nl&q=" + "x" * 3_000
    assert client.get(long).status_code in (200, 302)
