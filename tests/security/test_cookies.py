"""A reader gets no cookie, whatever the address or the browser says."""

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session

from tests.clients import SiteClient
from tests.factories import UserFactory, cms_page

pytestmark = pytest.mark.django_db

PATHS = ["/", "/nieuws/", "/organisaties/", "/documenten/", "/sitemap.xml", "/robots.txt", "/bestaat-niet/", "/nieuws"]
SWITCHES = [
    "toolbar_on",
    "toolbar_off",
    "toolbar_on&persist=1",
    "%74oolbar%5fon=1",
    "toolbar_login",
    "edit",
    "edit_off",
    "structure",
    "preview",
    "language=nl",
    "cms_path=/beheer/cms/placeholder/object/1/edit/1/",
    "cms_path=http://[",
    "cms_toolbar_login_error=1",
]
FOREIGN_COOKIES = [
    ("sessionid", "x" * 10_000),
    ("sessionid", "a" * 32),
    ("sessionid", '"\\000aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"'),
    ("sessionid", ""),
    ("csrftoken", "niet-van-ons"),
    ("csrftoken", '"\\000"'),
    ("messages", "niet-van-ons"),
    ("django_language", "xx"),
    ("_ga", "GA1.2.3"),
]


@pytest.fixture(autouse=True)
def home():
    cms_page("Start", slug="start", state="published").page.set_as_homepage()


@pytest.mark.parametrize("path", PATHS)
def test_no_public_address_gives_a_cookie(client, path):
    assert not client.get(path).cookies


@pytest.mark.parametrize("query", SWITCHES)
def test_nothing_in_an_address_starts_a_session_or_changes_the_page(client, query):
    for path in ("/", "/nieuws/"):
        plain, switched = client.get(path), client.get(f"{path}?{query}")
        assert not switched.cookies
        assert (switched.status_code, switched.content) == (200, plain.content)
    assert not Session.objects.exists()


@pytest.mark.parametrize("path", ["login/", "wachtwoord-vergeten/"])
def test_a_form_to_log_in_gives_the_one_cookie_that_it_needs(client, path):
    """Strictly necessary: without it another site could log somebody in (login CSRF)."""
    assert list(client.get(f"/beheer/{path}").cookies) == [settings.CSRF_COOKIE_NAME]
    assert not Session.objects.exists()


@pytest.mark.parametrize(
    "path", ["wachtwoord-vergeten/verstuurd/", "wachtwoord-vergeten/klaar/", "uitnodiging/MQ/verlopen/"]
)
def test_a_page_to_log_in_without_a_form_gives_no_cookie(client, path):
    assert not client.get(f"/beheer/{path}").cookies
    assert not Session.objects.exists()


def test_the_address_of_the_editor_starts_no_session_for_a_stranger(client):
    response = client.get("/beheer/cms/placeholder/object/1/edit/1/")
    assert response.status_code == 302
    assert not response.cookies
    assert not Session.objects.exists()


@pytest.mark.parametrize(("name", "value"), FOREIGN_COOKIES)
def test_a_cookie_that_is_not_ours_does_no_harm(name, value):
    client = SiteClient(headers={"cookie": f"{name}={value}"})
    for path in ("/", "/nieuws/?toolbar_on"):
        response = client.get(path)
        assert response.status_code == 200
        assert not response.cookies
    assert client.get("/beheer/login/").status_code == 200
    assert not Session.objects.exists()


def test_who_works_here_keeps_the_toolbar_and_its_switches(client):
    client.force_login(UserFactory(is_superuser=True))
    client.get("/?toolbar_off")
    assert 'id="cms-top"' not in client.get("/").content.decode()
    client.get("/?toolbar_on")
    assert 'id="cms-top"' in client.get("/").content.decode()
