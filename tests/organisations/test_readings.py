"""How a body hangs together with others: dates, sources, seats elsewhere and successions, read from either side."""

import pytest
from django.contrib.sites.models import Site
from lxml import html

from organisations.models import ChangeEvent, Relation, RelationType
from tests.factories import BodyMembershipFactory, OrganizationContentFactory

pytestmark = pytest.mark.django_db


def body(slug, **fields):
    content = OrganizationContentFactory(
        name=slug.upper(), kind="organ", state="published", organization__slug=slug, **fields
    )
    return content.organization


def relations(client, slug, past=False):
    """The sentences of one of the two lists."""
    page = html.fromstring(client.get(f"/organisaties/{slug}/").content.decode())
    heading = "preceding-sibling::h3" if past else "not(preceding-sibling::h3)"
    items = page.xpath(f'//section[@class="relations"]/ul[{heading}]/li')
    return [" ".join(" ".join(item.itertext()).split()) for item in items]


def relate(subject, slug, other, **fields):
    Relation.objects.create(subject=subject, type=RelationType.objects.get(slug=slug), object=other, **fields)


def test_a_relation_says_since_when_and_who_says_so(client):
    relate(body("ersv"), "ondersteunt", body("resoc"), start="2004-10-22", source="Decreet")

    words = "(sinds 22 oktober 2004, einde niet bekend) Bron: Decreet"
    assert relations(client, "ersv") == [f"ondersteunt RESOC {words}"]
    assert relations(client, "resoc") == [f"wordt ondersteund door ERSV {words}"]


def test_what_is_over_stands_apart(client):
    ersv = body("ersv")
    relate(ersv, "ondersteunt", body("resoc"))
    relate(ersv, "financiert", body("fonds"), start="2004", end="2010")

    assert relations(client, "ersv") == ["ondersteunt RESOC"]
    assert relations(client, "ersv", past=True) == ["financiert FONDS (van 2004 tot 2010)"]


def test_what_was_known_on_one_day_is_no_period(client):
    relate(body("ersv"), "ondersteunt", body("resoc"), known_on="2005-05")

    assert relations(client, "ersv") == ["ondersteunt RESOC (laatst bekend in mei 2005)"]


def test_a_body_without_a_page_here_is_named_and_is_no_link(client):
    elsewhere = OrganizationContentFactory(name="Elders", state="published", organization__sites=[]).organization
    relate(body("ersv"), "ondersteunt", elsewhere)
    page = client.get("/organisaties/ersv/").content.decode()

    assert "<strong>Elders</strong>" in page
    assert client.get(f"/organisaties/{elsewhere.slug}/").status_code == 404


def test_a_member_and_who_shares_its_seats_sit_in_the_body(client):
    resoc, unizo, vkw = body("resoc"), body("unizo"), body("vkw")
    BodyMembershipFactory(body=resoc, member=unizo, seats=3, shared_with=[vkw], source="Lijst")

    for slug in ("unizo", "vkw"):
        assert relations(client, slug) == ["zetelt met 3 zetels in RESOC Bron: Lijst"]
    BodyMembershipFactory(body=body("serr"), member=unizo)
    assert "zetelt in SERR" in relations(client, "unizo")


def test_a_succession_reads_from_both_sides(client):
    event = ChangeEvent.objects.create(date="2010-01-01", source="Verslag")
    event.originals.set([body("oud")])
    event.results.set([body("nieuw")])

    assert relations(client, "nieuw") == ["volgt op OUD (op 1 januari 2010) Bron: Verslag"]
    assert relations(client, "oud") == ["is opgevolgd door NIEUW (op 1 januari 2010) Bron: Verslag"]


def test_who_goes_on_under_its_own_name_after_a_merger_does_not_follow_itself(client):
    big, small = body("groot"), body("klein")
    event = ChangeEvent.objects.create(kind="merger", date="2025")
    event.originals.set([big, small])
    event.results.set([big])

    assert relations(client, "groot") == ["volgt op KLEIN (in 2025)"]
    assert relations(client, "klein") == ["is opgevolgd door GROOT (in 2025)"]


@pytest.fixture
def shared_and_there():
    """A body of this site and another one, and a body of the other one alone."""
    other = Site.objects.create(domain="elders.example.org", name="Elders")
    shared = body("gedeeld", organization__sites=[Site.objects.get_current(), other])
    return shared, body("ginder", organization__sites=[other])


def test_what_a_shared_body_does_on_another_site_is_not_told_here(client, settings, shared_and_there):
    shared, there = shared_and_there
    relate(shared, "ondersteunt", there)
    relate(there, "financiert", shared)
    BodyMembershipFactory(body=there, member=shared, seats=3)
    event = ChangeEvent.objects.create(date="2010")
    event.originals.set([there])
    event.results.set([shared])

    assert relations(client, "gedeeld") == []
    for path in ("/organisaties/gedeeld/", "/organisaties/gedeeld.ttl", "/organisaties/", "/geschiedenis/"):
        assert "ginder" not in client.get(path).content.decode().casefold(), path
    settings.SITE_ID = Site.objects.get(name="Elders").pk
    assert len(relations(client, "gedeeld")) == 4


def test_who_sits_at_a_table_of_this_site_is_named_there_whatever_its_sites(client, shared_and_there):
    shared, there = shared_and_there
    BodyMembershipFactory(body=shared, member=there)

    assert "GINDER" in client.get("/organisaties/gedeeld/").content.decode()
    assert client.get("/organisaties/ginder/").status_code == 404
