"""Find a municipality, and read where it lies, what it came from and where it takes part."""

import datetime
import html
import json
import re

import pytest
from django.contrib.sites.models import Site
from django.db import connection
from django.test.utils import CaptureQueriesContext

from organisations.models import Area, AreaPart, Participation
from pages.demonstration.loader import load
from tests.factories import AreaChangeFactory, AreaFactory, OrganizationContentFactory

pytestmark = pytest.mark.django_db


def seen(client, path, status=200):
    """What a reader sees in the main part of a page, without its tags."""
    response = client.get(path)
    assert response.status_code == status
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", main)).split()).replace(" .", ".").replace(" ,", ",")


def municipality(name, slug, **fields):
    return AreaFactory(name=name, slug=slug, **fields)


@pytest.fixture
def oudsbergen():
    ended = [
        municipality("Meeuwen-Gruitrode", "meeuwen-gruitrode", end="2018-12-31"),
        municipality("Opglabbeek", "opglabbeek", end="2018-12-31"),
    ]
    new = municipality("Oudsbergen", "oudsbergen", start="2019-01-01")
    AreaChangeFactory(originals=ended, results=[new], source="Federale lijst")
    return new


def test_limburg_had_as_many_municipalities_as_the_federal_list_says():
    load()
    municipalities = Area.objects.filter(kind=Area.Kind.MUNICIPALITY)

    counts = {"2018-12-31": 44, "2019-01-01": 42, "2024-12-31": 42, "2025-01-01": 38}
    assert {day: municipalities.on(datetime.date.fromisoformat(day)).count() for day in counts} == counts


def test_the_demonstration_counts_its_municipalities_before_and_after_each_merger(client):
    load()
    page = seen(client, "/gemeenten/")

    assert "Limburg telt vandaag 38 gemeenten." in page
    assert "44 tot en met 31 december 2018 42 sinds 1 januari 2019 38 sinds 1 januari 2025" in page
    assert "Noord-Limburg 9 gemeenten bekend" in page and "Maasland gemeenten niet bekend" in page
    assert "Kortessem Bestaat niet meer sinds 1 januari 2025. Hoort nu bij Hasselt." in page


def test_the_bodies_of_limburg_work_for_each_of_its_municipalities(client):
    load()
    working = r"Deze organisaties werken voor dit gebied ERSV Limburg .+ RESOC Limburg .+ SERR Limburg"

    for path in ("/gemeenten/voeren/", "/gemeenten/opglabbeek/", "/gemeenten/streek/maasland/"):
        assert re.search(working, seen(client, path))


def test_municipalities_of_today_stand_under_their_letter(client, oudsbergen):
    municipality("Écaussinnes", "ecaussinnes")
    municipality("Aalst", "aalst")
    overview = client.get("/gemeenten/").context["overview"]

    assert [(letter, [area.name for area in areas]) for letter, areas in overview.letters] == [
        ("A", ["Aalst"]),
        ("E", ["Écaussinnes"]),
        ("O", ["Oudsbergen"]),
    ]


@pytest.mark.parametrize("typed", ["Sint-Truiden", "sint truiden", "SINTTRUIDEN", " Sínt-Trüiden ", "truiden"])
def test_a_name_is_found_however_it_is_typed(client, typed):
    municipality("Sint-Truiden", "sint-truiden")
    municipality("Alken", "alken")
    hits = client.get("/gemeenten/", {"naam": typed}).context["found"].hits

    assert [area.name for area in hits] == ["Sint-Truiden"]


def test_a_former_name_leads_to_the_municipality_of_today(client, oudsbergen):
    page = client.get("/gemeenten/?naam=opglabbeek").content.decode()

    assert 'Hoort nu bij <a href="/gemeenten/oudsbergen/">Oudsbergen</a>' in page


def test_the_likeliest_name_comes_first(client):
    for name in ("Tessenderlo-Ham", "Hamont-Achel", "Ham"):
        municipality(name, name.lower())
    hits = client.get("/gemeenten/?naam=ham").context["found"].hits

    assert [area.name for area in hits] == ["Ham", "Hamont-Achel", "Tessenderlo-Ham"]


def test_a_slip_of_the_pen_gets_a_name_like_it(client):
    municipality("Hasselt", "hasselt")

    assert "Bedoelt u misschien een van deze? Hasselt" in seen(client, "/gemeenten/?naam=haselt")
    assert "Bedoelt u" not in seen(client, "/gemeenten/?naam=brugge")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Typ de naam van een gemeente, of een deel ervan."),
        ("   ", "Typ de naam van een gemeente, of een deel ervan."),
        ("x", "Typ minstens twee letters van de naam."),
        ("-%_'!", "Typ minstens twee letters van de naam."),
        ("\u202e\u200b", "Typ minstens twee letters van de naam."),
        ("x" * 81, "Dit is te lang voor de naam van een gemeente."),
    ],
)
def test_what_cannot_be_a_name_is_refused_with_a_sentence_and_stays_in_the_form(client, name, sentence):
    response = client.get("/gemeenten/", {"naam": name})

    assert response.status_code == 400
    assert sentence in html.unescape(response.content.decode())
    assert response.context["form"]["naam"].value() == name


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "%", "ß", "𝕳𝖆𝖘𝖘𝖊𝖑𝖙", "ham' OR 1=1 --", "x" * 80])
def test_a_name_that_nothing_has_finds_nothing(client, name):
    municipality("Alken", "alken")
    response = client.get("/gemeenten/", {"naam": name})

    assert response.status_code in (200, 400)
    assert "<script>alert" not in response.content.decode()


def test_a_search_is_not_for_search_engines_and_names_the_list_as_its_address(client, settings):
    settings.SITE_URL = "https://voorbeeld.example.org"
    whole, searched = (client.get(f"/gemeenten/{query}").content.decode() for query in ("", "?naam=alken"))

    assert 'content="noindex"' in searched and 'content="noindex"' not in whole
    assert '<link rel="canonical" href="https://voorbeeld.example.org/gemeenten/">' in searched


def test_a_merger_reads_from_both_sides(client, oudsbergen):
    story = "1 januari 2019 Meeuwen-Gruitrode en Opglabbeek gingen samen op in Oudsbergen. Bron: Federale lijst"

    assert story in seen(client, "/gemeenten/oudsbergen/")
    assert story in seen(client, "/gemeenten/opglabbeek/")
    assert "Bestaat sinds 1 januari 2019, ontstaan uit Meeuwen-Gruitrode en Opglabbeek." in seen(
        client, "/gemeenten/oudsbergen/"
    )


def test_a_municipality_that_goes_on_under_its_name_is_not_new(client):
    hasselt = municipality("Hasselt", "hasselt")
    kortessem = municipality("Kortessem", "kortessem", end="2024-12-31")
    AreaChangeFactory(date="2025-01-01", originals=[kortessem, hasselt], results=[hasselt])

    page = seen(client, "/gemeenten/hasselt/")
    assert "Bestaat vandaag." in page and "Kortessem ging op in Hasselt." in page
    assert "Bestaat niet meer sinds 1 januari 2025. Hoort nu bij Hasselt." in seen(client, "/gemeenten/kortessem/")


def test_what_was_merged_twice_belongs_to_the_last(client, oudsbergen):
    last = municipality("Groot-Oudsbergen", "groot", start="2031-01-01")
    AreaChangeFactory(date="2031-01-01", originals=[oudsbergen], results=[last])

    assert "Hoort nu bij Groot-Oudsbergen." in seen(client, "/gemeenten/opglabbeek/")
    assert "Meeuwen-Gruitrode en Opglabbeek gingen samen op in Oudsbergen." in seen(client, "/gemeenten/groot/")


def test_records_that_go_round_in_a_circle_hang_nothing(client):
    one, other = municipality("Een", "een"), municipality("Ander", "ander")
    AreaChangeFactory(originals=[one], results=[other])
    AreaChangeFactory(originals=[other], results=[one])

    assert client.get("/gemeenten/een/").status_code == 200
    assert client.get("/gemeenten/?naam=ander").status_code == 200


def test_the_sub_region_is_told_with_its_date_and_what_is_not_known_is_said(client, oudsbergen):
    north = AreaFactory(name="Noord-Limburg", slug="noord-limburg", kind=Area.Kind.SUB_REGION)
    former = Area.objects.get(slug="meeuwen-gruitrode")
    AreaPart.objects.create(part=former, whole=north, known_on="2005", source="Een verslag")

    assert "Streek Noord-Limburg (laatst bekend: 2005) Bron: Een verslag" in seen(
        client, "/gemeenten/meeuwen-gruitrode/"
    )
    assert "Streek Niet bekend Het vroegere Meeuwen-Gruitrode: Noord-Limburg" in seen(client, "/gemeenten/oudsbergen/")
    assert "Streek Niet bekend Provincie" in seen(client, "/gemeenten/opglabbeek/")
    page = seen(client, "/gemeenten/streek/noord-limburg/")
    assert "Volgens een bron van 2005 lag 1 gemeente in Noord-Limburg." in page
    assert "Meeuwen-Gruitrode Bestaat niet meer sinds 1 januari 2019. Hoort nu bij Oudsbergen." in page


def test_a_sub_region_of_which_nothing_is_known_says_so(client):
    AreaFactory(name="Maasland", slug="maasland", kind=Area.Kind.SUB_REGION)

    assert "Welke gemeenten in Maasland liggen, is niet bekend." in seen(client, "/gemeenten/streek/maasland/")


def test_participations_show_with_their_time_and_those_of_former_municipalities_as_well(client, oudsbergen):
    body = OrganizationContentFactory(name="Burgemeestersoverleg", state="published", organization__slug="overleg")
    Participation.objects.create(
        area=Area.objects.get(slug="opglabbeek"), organization=body.organization, start="2013", source="Een lijst"
    )

    assert "Burgemeestersoverleg (sinds 2013) Bron: Een lijst" in seen(client, "/gemeenten/opglabbeek/")
    assert "Burgemeestersoverleg als Opglabbeek (sinds 2013)" in seen(client, "/gemeenten/oudsbergen/")


def test_participation_in_a_body_that_is_not_published_does_not_show(client, oudsbergen):
    draft = OrganizationContentFactory(name="Geheim")
    Participation.objects.create(area=oudsbergen, organization=draft.organization)

    page = seen(client, "/gemeenten/oudsbergen/")
    assert "Geheim" not in page
    assert "Aan welke organisaties en projecten Oudsbergen deelneemt, is niet bekend." in page


def test_a_body_without_a_site_is_named_without_a_link_and_one_of_another_site_not_at_all(
    client, oudsbergen, elsewhere
):
    there = OrganizationContentFactory(name="Overleg zonder site", state="published", organization__sites=[])
    other = OrganizationContentFactory(name="Overleg elders", state="published", organization__sites=[elsewhere])
    for content in (there, other):
        Participation.objects.create(area=oudsbergen, organization=content.organization)

    assert "Overleg zonder site" in seen(client, "/gemeenten/oudsbergen/")
    assert "Overleg elders" not in seen(client, "/gemeenten/oudsbergen/")
    assert there.get_absolute_url() not in client.get("/gemeenten/oudsbergen/").content.decode()


def test_bodies_that_work_for_an_area_stand_on_the_pages_of_what_lies_in_it(client):
    province = AreaFactory(name="Limburg", slug="provincie", kind=Area.Kind.PROVINCE)
    alken = municipality("Alken", "alken")
    AreaPart.objects.create(part=alken, whole=province)
    body = OrganizationContentFactory(name="RESOC Test", state="published")
    body.areas.add(province)

    assert "Deze organisaties werken voor dit gebied RESOC Test" in seen(client, "/gemeenten/alken/")


def test_nothing_of_another_site_shows(client, elsewhere):
    municipality("Leuven", "leuven", sites=[elsewhere])
    AreaFactory(name="Hageland", slug="hageland", kind=Area.Kind.SUB_REGION, sites=[elsewhere])
    addresses = ("/gemeenten/leuven/", "/gemeenten/streek/hageland/", "/beelden/kaart/gemeenten/leuven.jpg")

    assert [client.get(path).status_code for path in addresses] == [404, 404, 404]
    assert "Leuven" not in seen(client, "/gemeenten/") and "Hageland" not in seen(client, "/gemeenten/")
    assert client.get("/gemeenten/?naam=leuven").context["found"].hits == []
    assert "leuven" not in client.get("/sitemap.xml").content.decode()


def test_each_kind_of_area_has_one_address(client):
    AreaFactory(name="Limburg", slug="limburg", kind=Area.Kind.PROVINCE)
    AreaFactory(name="Maasland", slug="maasland", kind=Area.Kind.SUB_REGION)
    municipality("Alken", "alken")
    missing = ("/gemeenten/limburg/", "/gemeenten/maasland/", "/gemeenten/streek/alken/", "/gemeenten/streek/")

    assert [client.get(path).status_code for path in missing] == [404] * 4
    addresses = re.findall(r"<loc>[a-z]+://[^/]*(/gemeenten/.*?)</loc>", client.get("/sitemap.xml").content.decode())
    assert addresses == ["/gemeenten/", "/gemeenten/alken/", "/gemeenten/streek/maasland/"]


def test_a_slug_that_changes_leaves_a_redirect_behind(client):
    area = municipality("Alken", "alken")
    for slug in ("alken-2", "alken-3"):
        area.slug = slug
        area.save()

    for former in ("alken", "alken-2"):
        response = client.get(f"/gemeenten/{former}/")
        assert (response.status_code, response["Location"]) == (301, "/gemeenten/alken-3/")


def test_machines_read_that_a_municipality_is_an_administrative_area(client):
    load()
    page = client.get("/gemeenten/alken/").content.decode()
    data = [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)]
    area = next(item for item in data if item["@type"] == "AdministrativeArea")

    assert area["name"] == "Alken" and area["url"].endswith("/gemeenten/alken/")
    assert area["containedInPlace"] == [{"@type": "AdministrativeArea", "name": "Limburg"}]


def queries(client, path):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def merged(count, start):
    """`count` municipalities that merged two by two, each in a sub-region and a body."""
    region, _ = Area.objects.get_or_create(slug="streek", name="Streek", kind=Area.Kind.SUB_REGION)
    region.sites.add(Site.objects.get_current())
    body = OrganizationContentFactory(state="published").organization
    for number in range(start, start + count // 3):
        ended = [municipality(f"Oud {number}{end}", f"oud-{number}{end}", end="2018-12-31") for end in "ab"]
        new = municipality(f"Nieuw {number}", f"nieuw-{number}", start="2019-01-01")
        AreaChangeFactory(originals=ended, results=[new])
        for area in (*ended, new):
            AreaPart.objects.create(part=area, whole=region, known_on="2005")
            Participation.objects.create(area=area, organization=body)


def test_queries_are_as_many_for_100_areas_as_for_10(client):
    paths = [
        "/gemeenten/",
        "/gemeenten/?naam=oud",
        "/gemeenten/nieuw-0/",
        "/gemeenten/streek/streek/",
        "/geschiedenis/",
    ]
    merged(10, start=0)
    queries(client, paths[0])
    few = [queries(client, path) for path in paths]
    merged(90, start=10)

    assert [queries(client, path) for path in paths] == few
