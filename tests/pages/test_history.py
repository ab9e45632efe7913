"""The timeline: what happened when, and who says so."""

import html
import re

import pytest
from django.contrib.sites.models import Site
from django.db import connection
from django.test.utils import CaptureQueriesContext

from organisations.models import ChangeEvent
from pages.demonstration.loader import load
from tests.factories import (
    AreaChangeFactory,
    AreaFactory,
    MilestoneFactory,
    OrganizationContentFactory,
    PersonMembershipFactory,
    RoleFactory,
)

pytestmark = pytest.mark.django_db


def facts(client, path="/geschiedenis/"):
    """Each fact of the page, from top to bottom, as a reader sees it."""
    response = client.get(path)
    assert response.status_code == 200
    items = response.content.decode().split('<li class="timeline-fact">')[1:]
    texts = [html.unescape(re.sub(r"<[^>]*>", " ", item.partition("</li>")[0])) for item in items]
    return [" ".join(text.split()) for text in texts]


def body(name, **fields):
    return OrganizationContentFactory(name=name, state="published", **fields).organization


@pytest.fixture
def chair():
    return RoleFactory(slug="voorzitter", label="voorzitter", single_holder=True)


def test_facts_stand_in_the_order_of_time_each_with_its_source(client):
    MilestoneFactory(title="Later", date="2014-03-11", kind="pact", source="Een pact")
    MilestoneFactory(title="Eerst", date="2004-05", kind="decree", text="Wat er gebeurde.", source="Een decreet")

    assert facts(client) == [
        "mei 2004 Decreet Eerst Wat er gebeurde. Bron: Een decreet",
        "11 maart 2014 Streekpact Later Bron: Een pact",
    ]


def test_a_date_is_only_as_precise_as_its_source(client):
    for date in ("2004", "2004-05", "2004-05-07"):
        MilestoneFactory(title=f"Feit van {date}", date=date)
    page = client.get("/geschiedenis/").content.decode()

    for date, words in (("2004", "2004"), ("2004-05", "mei 2004"), ("2004-05-07", "7 mei 2004")):
        assert f'<time class="date" datetime="{date}">{words}</time>' in page


def test_what_a_secondary_source_says_is_said_to_be_according_to_it(client):
    MilestoneFactory(title="Stop", source="een krant", secondary=True)

    assert facts(client)[0].endswith("Stop Volgens een krant")


def test_a_fact_leads_to_the_bodies_that_are_public_here_and_names_those_without_a_site(client, elsewhere):
    here, there = body("Hier"), body("Daar", organization__sites=[])
    draft = OrganizationContentFactory(name="Geheim").organization
    MilestoneFactory(organisations=[here, there, draft, body("Ginder", organization__sites=[elsewhere])])
    page = client.get("/geschiedenis/").content.decode()

    assert f'<a href="{here.get_absolute_url()}">Hier</a>' in page
    assert "Daar" in page and there.get_absolute_url() not in page
    assert "Geheim" not in page and "Ginder" not in page


def test_mergers_lead_to_the_municipality_of_after(client):
    ended = [AreaFactory(name=name, slug=name.lower(), end="2018-12-31") for name in ("Neerpelt", "Overpelt")]
    AreaChangeFactory(originals=ended, results=[AreaFactory(name="Pelt", slug="pelt")], source="De lijst")

    assert facts(client) == [
        "1 januari 2019 Fusie van gemeenten Neerpelt en Overpelt gingen samen op in Pelt Pelt Bron: De lijst"
    ]
    assert '<a href="/gemeenten/pelt/">Pelt</a>' in client.get("/geschiedenis/").content.decode()


def test_chairs_are_facts_and_ordinary_members_are_none(client, chair):
    serr = body("SERR Test")
    person = {"body": serr, "role": chair, "source": "Een krant"}
    PersonMembershipFactory(person__name="Jan Janssens", start="2017-05", function="voorzitter van X", **person)
    PersonMembershipFactory(person__name="An Claes", known_on="2005-05-10", **person)
    PersonMembershipFactory(person__name="Zonder Datum", **person)
    PersonMembershipFactory(person__name="Lid Lambrechts", body=serr, start="2017", role=RoleFactory(slug="lid"))

    assert facts(client) == [
        "10 mei 2005 Functie An Claes was voorzitter van SERR Test SERR Test Bron: Een krant",
        "mei 2017 Functie Jan Janssens werd voorzitter van SERR Test SERR Test Bron: Een krant",
    ]


def test_what_became_of_bodies_is_a_fact_once_both_have_a_name(client):
    old, new, draft = body("Oud Comité"), body("Nieuw Comité"), OrganizationContentFactory(name="Geheim").organization
    for date, before, after in (("2018", old, new), ("2019", draft, new), ("", new, old)):
        change = ChangeEvent.objects.create(date=date, source="Een decreet", description="Zo ging het.")
        change.originals.set([before])
        change.results.set([after])

    assert facts(client) == [
        "2018 Verandering van een organisatie Nieuw Comité volgde Oud Comité op Zo ging het. "
        "Oud Comité en Nieuw Comité Bron: Een decreet"
    ]


def test_a_kind_is_a_path_and_one_without_facts_is_a_404(client):
    MilestoneFactory(title="Decreet", kind="decree")
    MilestoneFactory(title="Pact", kind="pact")
    page = client.get("/geschiedenis/soort/decreet/").content.decode()

    assert [fact.split()[3:5] for fact in facts(client, "/geschiedenis/soort/decreet/")] == [["Decreet", "Decreet"]]
    assert '<a href="/geschiedenis/soort/streekpact/">Streekpact</a>' in page
    for path in ("soort/fusie/", "soort/onzin/", "soort/", "soort/decree/", "2004/"):
        assert client.get(f"/geschiedenis/{path}").status_code == 404


def test_nothing_of_another_site_shows(client, chair, elsewhere):
    MilestoneFactory(title="Elders gebeurd", sites=[elsewhere])
    areas = [AreaFactory(sites=[elsewhere]) for _ in range(2)]
    AreaChangeFactory(originals=areas[:1], results=areas[1:])
    there = body("Daar", organization__sites=[elsewhere])
    PersonMembershipFactory(body=there, role=chair, start="2017")
    change = ChangeEvent.objects.create(date="2018")
    change.originals.set([there])
    change.results.set([body("Ook daar", organization__sites=[elsewhere])])
    shared = ChangeEvent.objects.create(date="2019")
    shared.originals.set([there])
    shared.results.set([body("Gedeeld", organization__sites=[Site.objects.get_current(), elsewhere])])

    assert facts(client) == []
    assert "Op deze site staan nog geen feiten met een datum." in client.get("/geschiedenis/").content.decode()


def test_the_demonstration_tells_what_its_sources_tell(client):
    load()
    told = facts(client)

    assert any("7 mei 2004 Decreet Vlaams decreet over ERSV, SERR en RESOC" in fact for fact in told)
    assert any("Van de toen 44 gemeenten steunden er 42 het pact." in fact for fact in told)
    assert any(fact.endswith("Volgens een secundaire bron (nog aan te vullen)") for fact in told)
    assert len([fact for fact in told if "Fusie van gemeenten" in fact]) == 6
    assert not any("afgeschaft" in fact for fact in told)


def test_queries_are_as_many_for_many_facts_as_for_few(client, chair):
    def add(count):
        for _ in range(count):
            held = body("Orgaan")
            MilestoneFactory(organisations=[held])
            PersonMembershipFactory(body=held, role=chair, start="2017")
            change = ChangeEvent.objects.create(date="2018")
            change.originals.set([held])
            change.results.set([body("Opvolger")])

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/geschiedenis/").status_code == 200
        return len(captured)

    add(2)
    queries()
    few = queries()
    add(20)

    assert queries() == few
