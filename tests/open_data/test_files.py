"""The files as answers: their types, headers and addresses; what is not published is in none of them."""

import csv
import io

import pytest
from django.contrib.redirects.models import Redirect
from django.db import connection
from django.test.utils import CaptureQueriesContext

from organisations.models import ChangeEvent, Organization
from regions.models import Region
from tests.factories import (
    AreaFactory,
    BenchFactory,
    BodyMembershipFactory,
    OrganizationContentFactory,
    PersonMembershipFactory,
)

from .conftest import ORIGIN, body, relate

NAMES = ("organisaties", "gemeenten", "projecten", "begrippen")
TABLES = (*NAMES, "lidmaatschappen", "relaties")
PATHS = [
    *(f"/data/{name}.{extension}" for name in NAMES for extension in ("ttl", "jsonld", "csv")),
    "/data/lidmaatschappen.csv",
    "/data/relaties.csv",
    "/data/catalogus.ttl",
    "/data/catalogus.jsonld",
    *(f"/organisaties/resoc.{extension}" for extension in ("ttl", "jsonld", "csv")),
]
TYPES = {
    "ttl": "text/turtle; charset=utf-8",
    "jsonld": "application/ld+json",
    "csv": "text/csv; charset=utf-8; header=present",
}


def rows(client, path):
    return list(csv.DictReader(io.StringIO(client.get(path).content.decode())))


@pytest.mark.parametrize("path", PATHS)
def test_a_file_has_its_type_and_may_be_read_by_every_site(register, client, path):
    for ask in (client.get, client.head):
        response = ask(path)
        assert response.status_code == 200
        assert response["Content-Type"] == TYPES[path.rsplit(".")[-1]]
        assert response["Access-Control-Allow-Origin"] == "*"
        assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert response["Cache-Control"] == "no-cache" and response["ETag"]
        assert not response.cookies


@pytest.mark.parametrize("path", PATHS)
def test_what_has_not_changed_is_not_sent_again(register, client, path):
    response = client.get(path, headers={"if-none-match": client.get(path)["ETag"]})

    assert response.status_code == 304 and not response.content
    # A browser takes the headers of a 304 over into what it keeps.
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_a_change_changes_the_etag(register, client):
    before = client.get("/organisaties/resoc.ttl")["ETag"]
    relate(register["member"], "adviseert", register["resoc"])

    assert client.get("/organisaties/resoc.ttl", headers={"if-none-match": before}).status_code == 200


@pytest.mark.parametrize("path", ["/data/", "/organisaties/resoc/", "/nieuws/", "/organisaties/bestaat-niet.ttl"])
def test_pages_stay_closed_to_other_sites(register, client, path):
    response = client.get(path)

    assert "Access-Control-Allow-Origin" not in response
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize(
    "path",
    [
        "/organisaties/resoc.xml",
        "/organisaties/resoc.TTL",
        "/organisaties/niemand.ttl",
        "/data/niets.ttl",
        "/data/organisaties.xml",
        "/data/lidmaatschappen.ttl",
        "/data/catalogus.csv",
        "/data/shapes.jsonld",
        "/data/begrippen/niets/",
        "/data/organisaties.ttl/",
    ],
)
def test_an_unknown_format_or_name_is_not_found(register, client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", [*PATHS, "/data/", "/data/begrippen/", "/data/gemeenten/"])
def test_nothing_can_be_sent_to_the_data(register, client, path):
    assert client.post(path).status_code == 405
    assert client.delete(path).status_code == 405


@pytest.mark.parametrize("path", PATHS)
def test_addresses_come_from_the_site_and_not_from_the_host_that_is_asked(register, client, path, settings):
    settings.ALLOWED_HOSTS = ["*"]
    answer = client.get(path, headers={"host": "kwaad.example", "x-forwarded-host": "kwaad.example"})

    assert answer.status_code == 200
    assert b"kwaad" not in answer.content
    assert answer.content == client.get(path).content


def test_other_formats_are_announced_on_the_pages(register, client):
    for page, names in (
        ("/organisaties/resoc/", [f"/organisaties/resoc.{extension}" for extension in TYPES]),
        ("/organisaties/", [f"/data/organisaties.{extension}" for extension in TYPES]),
        ("/data/", ["/data/catalogus.jsonld", "/data/catalogus.ttl"]),
    ):
        text = client.get(page).content.decode()
        head = text.split("</head>")[0]
        for name in names:
            media_type = TYPES[name.rsplit(".")[-1]].split(";")[0]
            assert f'<link rel="alternate" type="{media_type}" href="{name}">' in head


def test_who_moves_takes_the_data_along(register, client, site):
    organization = Organization.objects.get(slug="resoc")
    organization.slug = "nieuw"
    organization.save()

    assert Redirect.objects.get(site=site, old_path="/organisaties/resoc.ttl").new_path == "/organisaties/nieuw.ttl"
    assert client.get("/organisaties/resoc.ttl").status_code == 301


# --- what is published ---


@pytest.fixture
def hidden(register, other_site):
    """Around a public table: a draft, a body of another site, and what they do."""
    table = register["resoc"]
    draft = OrganizationContentFactory(name="Geheim Ontwerp", organization__slug="geheim").organization
    elsewhere = body("elders", name="Lid van Elders", organization__sites=[other_site])
    BodyMembershipFactory(body=table, member=draft)
    BodyMembershipFactory(body=table, member=elsewhere)
    BodyMembershipFactory(body=elsewhere, member=register["member"], seats=77)
    PersonMembershipFactory(body=elsewhere, person__name="Persoon van Elders")
    PersonMembershipFactory(body=table, person__name="Afgevaardigde", delegated_by=draft)
    BenchFactory(organization=elsewhere, name="Bank van Elders")
    relate(draft, "adviseert", table)
    relate(elsewhere, "financiert", table)
    change = ChangeEvent.objects.create(kind="merger", description="Verandering van Elders")
    change.originals.add(elsewhere)
    change.results.add(table)
    AreaFactory(slug="ver", name="Gemeente van Elders", sites=[other_site])
    return elsewhere


ALL_PATHS = [
    *PATHS,
    "/organisaties/lid.ttl",
    "/organisaties/lid.csv",
    "/data/",
    "/data/gemeenten/",
    "/organisaties/resoc/",
]


@pytest.mark.parametrize("path", ALL_PATHS)
def test_nothing_unpublished_and_nothing_of_another_site_is_in_it(hidden, client, path):
    text = client.get(path).content.decode()

    for secret in ("Geheim", "Persoon van Elders", "Bank van Elders", "Verandering van Elders", "Gemeente van Elders"):
        assert secret not in text
    for address in ("geheim", "organisaties/elders", "#ver", "elders.example"):
        assert address not in text
    assert "77" not in [row.get("zetels") for row in (rows(client, path) if path.endswith("csv") else [])]


def test_a_member_without_a_page_here_has_a_name_and_no_address(hidden, client):
    assert "Lid van Elders" in [row["lid"] for row in rows(client, "/data/lidmaatschappen.csv")]
    assert 'skos:prefLabel "Lid van Elders"@nl' in client.get("/organisaties/resoc.ttl").content.decode()
    assert client.get("/organisaties/elders.ttl").status_code == 404


# --- tables ---


def test_a_table_says_in_plain_columns_what_the_page_says(register, client):
    [ersv] = [row for row in rows(client, "/data/organisaties.csv") if row["naam"] == "ERSV"]
    assert ersv["uri"] == f"{ORIGIN}/organisaties/ersv/#organisatie"
    assert (ersv["rechtsvorm"], ersv["ondernemingsnummer"]) == ("vzw", "0403.019.261")

    [chair] = [row for row in rows(client, "/data/lidmaatschappen.csv") if row["lid"] == "Voorbeeld Persoon"]
    assert (chair["organisatie"], chair["rol"], chair["afgevaardigd_door"]) == ("RESOC", "voorzitter", "LID")
    assert (chair["van"], chair["tot"], chair["bekend_op"]) == ("2017-05", "2018-05", "")

    [support] = [row for row in rows(client, "/data/relaties.csv") if row["relatie"] == "ondersteunt"]
    assert (support["organisatie"], support["andere_organisatie"]) == ("ERSV", "RESOC")
    assert (support["omgekeerd"], support["van"]) == ("wordt ondersteund door", "2004-10-22")


def test_the_table_of_a_body_reads_its_relations_from_its_own_side(register, client):
    said = {(row["onderdeel"], row["waarde"]) for row in rows(client, "/organisaties/resoc.csv")}

    assert {("naam", "RESOC"), ("voorzitter", "Voorbeeld Persoon"), ("lid", "LID")} <= said
    assert ("wordt ondersteund door", "ERSV") in said
    assert ("zetelt in RESOC", "LID") in {
        (row["onderdeel"], row["waarde"]) for row in rows(client, "/organisaties/lid.csv")
    }


def test_a_number_of_seats_that_is_not_known_is_an_empty_cell(register, client):
    seats = {row["lid"]: row["zetels"] for row in rows(client, "/data/lidmaatschappen.csv")}
    assert (seats["LID"], seats["Voorbeeld Persoon"]) == ("4", "")

    remarks = {row["waarde"]: row["toelichting"] for row in rows(client, "/organisaties/resoc.csv")}
    assert "zetels: 4" in remarks["LID"] and "zetels" not in remarks["Voorbeeld Persoon"]


def test_no_cell_is_a_formula(register, client):
    for number, start in enumerate("=+-@\t\r"):
        body(f"gevaar-{number}", name=f'{start}HYPERLINK("http://kwaad.example")')
    found = [cell for path in TABLES for row in rows(client, f"/data/{path}.csv") for cell in row.values()]

    assert sum("kwaad" in cell for cell in found) == 6
    assert not [cell for cell in found if cell.startswith(tuple("=+-@\t\r"))]


def test_a_table_is_saved_under_its_own_name(register, client):
    assert client.get("/organisaties/resoc.csv")["Content-Disposition"] == 'attachment; filename="resoc.csv"'
    assert "Content-Disposition" not in client.get("/organisaties/resoc.ttl")


# --- the page ---


@pytest.mark.parametrize(
    ("licence", "words"),
    [("CC0-1.0", "creativecommons.org/publicdomain"), ("modellicentie-gratis-hergebruik", "data.vlaanderen.be")],
)
def test_the_page_names_the_licence_of_the_site(register, client, site, licence, words):
    Region.objects.filter(site=site).update(data_licence=licence)

    assert words in client.get("/data/").content.decode()
    assert words in client.get("/data/organisaties.ttl").content.decode()


def test_without_a_free_licence_none_is_claimed(register, client, site):
    Region.objects.filter(site=site).update(data_licence="all-rights-reserved")

    assert 'rel="license' not in client.get("/data/").content.decode()
    assert "dcterms:license" not in client.get("/data/organisaties.ttl").content.decode()


def test_the_data_works_on_a_site_without_a_name_of_its_own(register, client, site):
    Region.objects.filter(site=site).delete()

    for path in (*PATHS, "/data/"):
        assert client.get(path).status_code == 200


def test_the_page_leads_to_every_file(register, client):
    text = client.get("/data/").content.decode()
    for path in PATHS:
        if path.startswith("/data/"):
            assert f'href="{path}"' in text


# --- cost ---


def fill(count, prefix):
    table = body(f"{prefix}-tafel")
    bench = BenchFactory(organization=table)
    for number in range(count):
        member = body(f"{prefix}-{number}")
        BodyMembershipFactory(body=table, member=member, bench=bench)
        PersonMembershipFactory(body=table, delegated_by=member)
        relate(member, "adviseert", table)
    return table


@pytest.mark.parametrize(
    "path",
    ["/data/organisaties.ttl", "/data/organisaties.csv", "/data/lidmaatschappen.csv", "/data/relaties.csv"]
    + [f"/organisaties/a-tafel{ending}" for ending in ("/", ".jsonld", ".csv")],
)
def test_more_bodies_cost_no_more_queries(client, path):
    fill(3, "a")
    few = asked(client, path)
    fill(40, "b")
    for number in range(40):
        BodyMembershipFactory(body=Organization.objects.get(slug="a-tafel"), member=body(f"c-{number}"))

    assert asked(client, path) == few <= 40


def asked(client, path):
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    return len(captured)
