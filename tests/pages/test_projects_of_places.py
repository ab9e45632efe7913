"""Projects on the timeline and on the pages of municipalities: of what is published on this site alone."""

import pytest
from django.contrib.sites.models import Site

from tests.factories import AreaFactory, ProjectContentFactory

from .test_areas import seen
from .test_history import facts

pytestmark = pytest.mark.django_db


@pytest.fixture
def lires():
    content = ProjectContentFactory(
        title="LIRES",
        full_name="Limburgse Regionale Economische Samenwerking",
        participant_count=39,
        state="published",
        project__slug="lires",
    )
    content.phases.create(step="filed", start="2016-04", end="2016-04", note="Door ERSV Limburg", source="Een bron")
    return content


def test_the_phases_of_a_published_project_are_facts(client, lires):
    assert facts(client) == ["april 2016 Project LIRES: ingediend Door ERSV Limburg. LIRES Bron: Een bron"]
    assert '<a href="/projecten/lires/">LIRES</a>' in client.get("/geschiedenis/").content.decode()


@pytest.mark.parametrize("state", ["draft", "unpublished", "archived"])
def test_a_project_that_is_not_published_is_no_fact_and_has_no_participants(client, state):
    content = ProjectContentFactory(title="Geheim", participant_count=3, state=state)
    content.phases.create(step="filed", start="2016")
    content.participations.create(area=AreaFactory(slug="alken"))

    assert facts(client) == []
    assert "Geheim" not in seen(client, "/gemeenten/alken/")


def test_a_project_of_another_site_does_not_show(client):
    elsewhere = Site.objects.create(domain="elders.example.org", name="Elders")
    content = ProjectContentFactory(title="Elders", participant_count=3, state="published", project__sites=[elsewhere])
    content.phases.create(step="filed", start="2016")
    AreaFactory(slug="alken")

    assert facts(client) == []
    assert "Elders" not in seen(client, "/gemeenten/alken/")


def test_that_the_participants_of_a_project_are_not_named_is_said(client, lires):
    AreaFactory(name="Alken", slug="alken")

    assert (
        "LIRES, Limburgse Regionale Economische Samenwerking. "
        "39 gemeenten namen deel. Welke, is niet bekend." in seen(client, "/gemeenten/alken/")
    )


def test_a_municipality_that_a_source_names_takes_part(client, lires):
    lires.participations.create(area=AreaFactory(name="Alken", slug="alken"), known_on="2016", source="Een lijst")
    AreaFactory(name="Genk", slug="genk")

    named, other = seen(client, "/gemeenten/alken/"), seen(client, "/gemeenten/genk/")
    assert "Waaraan neemt Alken deel? LIRES (laatst bekend: 2016) Bron: Een lijst" in named
    assert "39 gemeenten namen deel" not in named and "39 gemeenten namen deel" in other
