"""A register with a little of everything, and ways to read what is handed out."""

import pytest
from django.contrib.sites.models import Site
from rdflib import Graph, Namespace

from organisations.models import ChangeEvent, Classification, Participation, Relation, RelationType, StatusPeriod
from regions.models import Region
from tests.factories import (
    AreaFactory,
    BenchFactory,
    BodyMembershipFactory,
    OrganizationContentFactory,
    PersonMembershipFactory,
    RoleFactory,
)

ORIGIN = "https://www.voorbeeld.example"
ORG = Namespace("http://www.w3.org/ns/org#")


@pytest.fixture(autouse=True)
def site(db, settings):
    settings.SITE_URL = ORIGIN
    site = Site.objects.get_current()
    Region.objects.create(site=site, slug="voorbeeld", name="Voorbeeldstreek", data_licence="CC0-1.0")
    return site


@pytest.fixture
def other_site(db):
    return Site.objects.create(domain="elders.example", name="Elders")


def body(slug, **fields):
    return OrganizationContentFactory(
        organization__slug=slug, name=fields.pop("name", slug.upper()), state="published", **fields
    ).organization


def relate(subject, slug, other, **fields):
    return Relation.objects.create(
        subject=subject, type=RelationType.objects.get(slug=slug), object=other, source="Voorbeeldbron", **fields
    )


@pytest.fixture
def register(site):
    """Three bodies that hang together, with seats, a vacancy, people, a merger and a municipality."""
    table_sort = Classification.objects.create(
        slug="overlegtafel", label="overlegtafel", org_class="OrganizationalCollaboration"
    )
    ersv = body("ersv", legal_form="vzw", enterprise_number="0403.019.261")
    resoc = body("resoc", kind="organ", classification=table_sort)
    group = body("groep", kind="working_group")
    relate(ersv, "ondersteunt", resoc, start="2004-10-22")
    relate(group, "werkgroep-van", resoc, start="2015-02", end="2019")
    relate(group, "werkgroep-van", resoc, known_on="2022")
    relate(ersv, "werkt-geintegreerd-met", resoc)
    StatusPeriod.objects.create(
        content=ersv.contents.get(), status="dormant", start="2020", note="Zonder subsidie.", source="Voorbeeldbron"
    )
    bench = BenchFactory(organization=resoc, name="werkgevers", seats=8, source="Voorbeeldbron")
    member = body("lid")
    BodyMembershipFactory(body=resoc, member=member, bench=bench, seats=4, state="occupied", start="2005")
    role = RoleFactory(slug="voorzitter")
    PersonMembershipFactory(
        body=resoc, person__name="Voorbeeld Persoon", role=role, start="2017-05", end="2018-05", delegated_by=member
    )
    PersonMembershipFactory(body=resoc, person__name="Tweede Persoon", role=role, known_on="2022")
    BodyMembershipFactory(body=resoc, member=None, state="vacant", source="Voorbeeldbron")
    change = ChangeEvent.objects.create(kind="succession", date="2004-10-22", source="Voorbeeldbron")
    change.originals.add(body("vroeger"))
    change.results.add(resoc)
    area = AreaFactory(slug="dorp", name="Dorp")
    Participation.objects.create(area=area, organization=resoc, start="2005")
    return {"ersv": ersv, "resoc": resoc, "group": group, "member": member, "change": change, "area": area}


@pytest.fixture
def read(client):
    """Fetch an address and parse it as the graph that its type says."""

    def read(path):
        response = client.get(path)
        assert response.status_code == 200, path
        form = {"text/turtle": "turtle", "application/ld+json": "json-ld"}[response["Content-Type"].split(";")[0]]
        return Graph().parse(data=response.content, format=form)

    return read
