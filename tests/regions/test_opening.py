"""What a new site shows, and what staff and the log are told that it lacks."""

import logging

import pytest
from django.contrib.sites.shortcuts import get_current_site
from django.utils import timezone

from limburg_site.at_start import tell_what_lacks
from press.models import PressContact
from regions.models import Region
from tests.factories import UserFactory, cms_page

pytestmark = pytest.mark.django_db
COMPLETE = {
    "legal_name": "ERSV Limburg vzw",
    "controller": "ERSV Limburg vzw",
    "email": "info@ersv.be",
    "complaints": "klachten@ersv.be",
}
LACKING = {
    "legal_name": "de uitgever (wettelijke naam)",
    "controller": "de verwerkingsverantwoordelijke",
    "email": "het e-mailadres voor lezers",
    "complaints": "het adres voor klachten",
}
PRESS = "het perscontact van vandaag"


@pytest.fixture(autouse=True)
def production(settings):
    settings.DEMONSTRATION = False


@pytest.fixture
def region():
    site = get_current_site(None)
    region = Region.objects.create(site=site, slug="limburg", name="ERSV Limburg", **COMPLETE)
    PressContact.objects.create(site=site, name="Persdienst", email="pers@ersv.be", start=timezone.localdate())
    return region


@pytest.fixture
def lacking(client, caplog):
    """A function that compares what staff and the log are told, and returns it."""
    client.force_login(UserFactory(is_superuser=True))

    def told():
        caplog.clear()
        with caplog.at_level(logging.WARNING):
            tell_what_lacks()
        screen = client.get("/beheer/").text
        names = {name for name in (*LACKING.values(), PRESS) if name in screen}
        assert names == {name for name in (*LACKING.values(), PRESS) if name in caplog.text}
        assert ("nog niet volledig" in screen) == bool(names)
        return names

    return told


def test_a_site_without_region_and_pages_says_that_it_is_being_built(client):
    response = client.get("/")
    assert (response.status_code, response["Retry-After"]) == (503, "3600")
    assert "<h1>Deze website is nog in opbouw.</h1>" in response.text
    assert "cms" not in response.text.lower()


@pytest.mark.parametrize("as_staff", [False, True])
def test_nobody_ever_gets_the_welcome_of_the_cms(client, as_staff):
    if as_staff:
        client.force_login(UserFactory(is_superuser=True))
    assert "Deze website is nog in opbouw." in client.get("/").text


def test_a_home_page_that_is_still_a_draft_sends_no_reader_to_the_login(client):
    cms_page("Start", slug="start").page.set_as_homepage()
    cms_page("Andere", slug="andere", state="published")
    assert client.get("/").status_code == 503


def test_a_home_page_takes_the_place(client):
    cms_page("Start", slug="start", state="published").page.set_as_homepage()
    assert client.get("/").status_code == 200


def test_a_complete_site_lacks_nothing(region, lacking):
    assert lacking() == set()


@pytest.mark.parametrize("field", LACKING)
@pytest.mark.parametrize("value", ["", "voorbeeld@example.org"])
def test_what_is_empty_or_an_example_is_told(region, lacking, field, value):
    Region.objects.update(**{field: value})
    assert lacking() == {LACKING[field]}


@pytest.mark.parametrize("email", [None, "pers@example.org"])
def test_so_is_a_press_contact_that_nobody_reaches(region, lacking, email):
    PressContact.objects.update(email=email) if email else PressContact.objects.all().delete()
    assert lacking() == {PRESS}


def test_a_site_without_region_lacks_everything(lacking):
    assert lacking() == {*LACKING.values(), PRESS}


def test_the_demonstration_is_an_example_on_purpose(lacking, settings):
    settings.DEMONSTRATION = True
    assert lacking() == set()


def test_a_reader_sees_who_answers_for_data_and_complaints(client, region):
    page = client.get("/nieuws/").text
    assert "Verwerkingsverantwoordelijke" in page and "klachten@ersv.be" in page
