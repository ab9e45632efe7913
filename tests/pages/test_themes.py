import pytest
from django.contrib.sites.models import Site
from django.db import connection
from django.test.utils import CaptureQueriesContext

from organisations.models import Theme
from tests.factories import (
    DocumentContentFactory,
    NewsContentFactory,
    OrganizationContentFactory,
    ProjectContentFactory,
)

pytestmark = pytest.mark.django_db

FACTORIES = {
    "organisatie": OrganizationContentFactory,
    "project": ProjectContentFactory,
    "nieuwsbericht": NewsContentFactory,
    "document": DocumentContentFactory,
}


@pytest.fixture
def theme():
    return Theme.objects.get(slug="mobiliteit")


def page(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_a_theme_gathers_what_every_room_has_of_it(client, theme):
    label = {OrganizationContentFactory: "name"}
    for word, make in FACTORIES.items():
        make(state="published", **{label.get(make, "title"): f"Openbaar {word}"}).themes.add(theme)
        make(**{label.get(make, "title"): f"Geheim {word}"}).themes.add(theme)
    text, overview = page(client, "/themas/mobiliteit/"), page(client, "/themas/")
    for word in FACTORIES:
        assert f"Openbaar {word}" in text
        assert f"1 {word}" in overview
    assert "Geheim" not in text


def test_the_contact_for_a_theme_is_that_of_a_public_body(client, theme):
    for state in ("published", "draft"):
        body = OrganizationContentFactory(state=state)
        body.contact_points.create(label=f"Vragen aan {state}", theme=theme)
        body.contact_points.create(label=f"Iets anders bij {state}")
    text = page(client, "/themas/mobiliteit/")
    assert "Vragen aan published" in text
    assert "Vragen aan draft" not in text
    assert "Iets anders" not in text


def test_a_theme_of_which_nothing_is_known_says_so(client):
    text = page(client, "/themas/toerisme/")
    assert "Voor dit thema is nog geen contact bekend." in text
    assert "Geen organisatie op deze site" in text
    assert client.get("/themas/bestaat-niet/").status_code == 404


def test_what_another_site_has_of_a_theme_does_not_show(client, theme):
    other = Site.objects.create(domain="other.example.org", name="Ander")
    ProjectContentFactory(title="Elders", state="published", project__sites=[other]).themes.add(theme)
    assert "Elders" not in page(client, "/themas/mobiliteit/")
    assert "1 project" not in page(client, "/themas/")
    assert "/themas/mobiliteit/" not in page(client, "/sitemap.xml")


def test_the_overview_costs_the_same_queries_for_few_and_many(client, theme):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            page(client, "/themas/")
        return len(captured)

    NewsContentFactory(state="published").themes.add(theme)
    queries()
    few = queries()
    for item in NewsContentFactory.create_batch(12, state="published"):
        item.themes.set(Theme.objects.all()[:5])
    assert queries() == few
