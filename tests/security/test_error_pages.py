"""What a reader finds where something is wrong: a Dutch page with ways on, at the price of a few queries."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from limburg_site import errors
from tests.clients import SiteClient
from tests.factories import DocumentContentFactory, NewsContentFactory, UserFactory, cms_page

from .answers import HEADINGS, is_error_page, is_for_staff

pytestmark = pytest.mark.django_db

MOST_QUERIES_OF_A_404 = 11


@pytest.mark.parametrize("path", ["/bestaat-niet/", "/nieuws/bestaat-niet/", "/nieuws/1999/", "/a/b/c/d/"])
def test_a_missing_page_is_told_within_the_site(client, path):
    cms_page("Privacy", slug="privacy", state="published")
    response = client.get(path)
    html = response.content.decode()
    is_error_page(404, response.headers, html)
    assert response.status_code == 404
    assert 'class="site-footer"' in html and 'href="/privacy/"' in html
    assert '<meta name="robots" content="noindex">' in html


@pytest.mark.parametrize("path", ["/bestaat-niet/", "/static/weg.css", "/nieuws/?a=%00"])
def test_an_error_page_says_what_it_is_about_and_is_nothing_to_share(client, path):
    html = client.get(path).content.decode()
    description = re.search(r'<meta name="description" content="([^"]+)">', html)[1]
    assert description in re.search(r"<main.*</main>", html, re.S)[0]
    assert '<meta name="robots" content="noindex">' in html
    assert "og:" not in html and "canonical" not in html


@pytest.mark.parametrize("path", ["/static/weg.css", "/documenten/x/x.pdf", "/beheer/beelden/weg.png", "/nieuws//"])
def test_a_program_that_misses_a_file_gets_a_page_that_asks_nothing_more(client, path):
    response = client.get(path)
    is_error_page(404, response.headers, response.content.decode())
    assert "site-footer" not in response.content.decode()


def queries_of(client, path):
    client.get(path)  # what is kept from one request to the next is paid for once
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 404
    return len(asked)


@pytest.mark.parametrize("path", ["/bestaat-niet/", "/nieuws/bestaat-niet/", "/nieuws/1999/"])
def test_a_404_costs_few_queries_however_much_there_is(client, path):
    few = queries_of(client, path)
    for _ in range(5):
        NewsContentFactory(state="published")
        DocumentContentFactory(state="published")
    assert queries_of(client, path) <= max(few, MOST_QUERIES_OF_A_404) <= MOST_QUERIES_OF_A_404


def test_an_address_without_its_last_slash_costs_no_page(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        assert client.get("/privacy").status_code == 301


def test_staff_who_miss_a_page_get_the_same_page(client):
    client.force_login(UserFactory(is_superuser=True))
    for path in ("/bestaat-niet/", "/beheer/onzin/"):
        response = client.get(path)
        assert HEADINGS[404] in response.content.decode()
        is_for_staff(response.headers)


def test_a_form_without_its_token_is_explained():
    response = SiteClient(enforce_csrf_checks=True).post("/beheer/login/", {"username": "an"})
    assert response.status_code == 403
    assert "Het formulier is niet verstuurd" in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_a_page_that_somebody_may_not_see_is_explained(client):
    client.force_login(UserFactory())
    response = client.get("/beheer/auth/user/")
    assert response.status_code == 403
    is_error_page(403, response.headers, response.content.decode())


@pytest.mark.parametrize(
    ("view", "status"),
    [
        (lambda request: errors.bad_request(request), 400),
        (lambda request: errors.permission_denied(request, PermissionDenied()), 403),
        (lambda request: errors.page_not_found(request), 404),
        (lambda request: errors.method_not_allowed(request, ("GET",)), 405),
        (lambda request: errors.server_error(request), 500),
    ],
)
def test_a_request_that_no_middleware_has_seen_gets_its_page(view, status, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = view(RequestFactory().get("/ergens/"))
    assert response.status_code == status
    is_error_page(status, response.headers, response.content.decode())


def test_without_its_template_there_still_is_a_sentence(settings):
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": []}]
    response = errors.server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "Er ging iets mis" in response.content.decode()


def test_without_its_stylesheet_a_page_says_the_same(settings):
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "limburg_site.static_files.BundledStaticFilesStorage"}
    }
    html = errors.server_error(RequestFactory().get("/")).content.decode()
    assert HEADINGS[500] in html and 'href="/static/css/plain.css"' in html
