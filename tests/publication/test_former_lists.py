"""A list that stands under the name of a body moves with that body."""

import datetime

import pytest
from django.contrib.sites.models import Site

from tests.factories import DocumentContentFactory, NewsContentFactory, OrganizationContentFactory

pytestmark = pytest.mark.django_db
SECTIONS = {"nieuws": NewsContentFactory, "documenten": DocumentContentFactory}


def body_with(section, slug="resoc-oud", state="published", **about):
    content = OrganizationContentFactory(state=state, organization__slug=slug)
    item = SECTIONS[section](state="published", date=datetime.date(2017, 2, 6), **about)
    item.organisations.add(content.organization)
    return content.organization


def rename(body, slug):
    body.slug = slug
    body.save()


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("below", ["", "2017/", "?utm_source=nieuwsbrief"])
def test_the_list_of_a_renamed_body_leads_on_in_one_step(client, section, below):
    body = body_with(section)
    rename(body, "resoc-tussen")
    rename(body, "resoc-nieuw")

    for old in ("resoc-oud", "resoc-tussen"):
        answer = client.get(f"/{section}/organisatie/{old}/{below}")
        new = f"/{section}/organisatie/resoc-nieuw/{below.partition('?')[0]}"
        assert (answer.status_code, answer["Location"]) == (301, new)
    assert client.get(new).status_code == 200


def test_a_later_page_and_a_kind_move_as_well(client):
    body = body_with("documenten", type="advies")
    for content in DocumentContentFactory.create_batch(20, state="published", type="advies"):
        content.organisations.add(body)
    rename(body, "resoc-nieuw")

    answer = client.get("/documenten/soort/advies/organisatie/resoc-oud/pagina/2/")
    new = "/documenten/soort/advies/organisatie/resoc-nieuw/pagina/2/"
    assert (answer.status_code, answer["Location"]) == (301, new)
    assert client.get(new).status_code == 200


@pytest.mark.parametrize("below", ["1999/", "pagina/2/"])
def test_nobody_is_sent_to_a_list_that_does_not_exist(client, below):
    rename(body_with("nieuws"), "resoc-nieuw")

    assert client.get(f"/nieuws/organisatie/resoc-oud/{below}").status_code == 404


@pytest.mark.parametrize("state", ["draft", "unpublished"])
def test_the_name_of_a_body_that_readers_do_not_see_is_told_to_nobody(client, state):
    rename(body_with("nieuws", state=state), "resoc-geheim")

    assert client.get("/nieuws/organisatie/resoc-oud/").status_code == 404


def test_a_body_that_takes_the_former_name_gets_the_list(client):
    rename(body_with("nieuws"), "resoc-nieuw")
    body_with("nieuws", slug="resoc-oud", title="Van een ander orgaan")

    assert "Van een ander orgaan" in client.get("/nieuws/organisatie/resoc-oud/").content.decode()


def test_another_site_neither_redirects_nor_offers_the_body(client):
    body = body_with("nieuws")
    here, elsewhere = Site.objects.get_current(), Site.objects.create(domain="elders.example.org", name="Elders")
    body.sites.set([elsewhere])
    rename(body, "resoc-nieuw")

    assert client.get("/nieuws/organisatie/resoc-oud/").status_code == 404
    assert "resoc-nieuw" not in client.get("/nieuws/").content.decode()
    body.sites.set([here])
    assert client.get("/nieuws/organisatie/resoc-oud/").status_code == 404
    assert client.get("/nieuws/organisatie/resoc-nieuw/").status_code == 200
