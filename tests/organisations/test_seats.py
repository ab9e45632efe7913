"""Who sits at the table, as a reader of a body's page finds it, on any day."""

import datetime

import pytest
from django.contrib.sites.models import Site
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import html

from organisations.composition import composition
from organisations.models import Bench, Membership, Role
from tests.factories import (
    BenchFactory,
    BenchKindFactory,
    BodyMembershipFactory,
    OrganizationContentFactory,
    PersonFactory,
    PersonMembershipFactory,
)

pytestmark = pytest.mark.django_db
PATH = "/organisaties/resoc/"
TODAY = "2026-11-22"


@pytest.fixture
def resoc():
    content = OrganizationContentFactory(name="RESOC", kind="organ", state="published", organization__slug="resoc")
    return content.organization


def body(name, **fields):
    """A body with a name and no page on this site."""
    content = OrganizationContentFactory(name=name, state="published", organization__sites=[], **fields)
    return content.organization


def role(slug):
    return Role.objects.get(slug=slug)


def bench(organization, label="werkgevers", **fields):
    return BenchFactory(organization=organization, kind=BenchKindFactory(slug=label, label=label), **fields)


def chair(organization, name, **fields):
    return PersonMembershipFactory(body=organization, person__name=name, role=role("voorzitter"), **fields)


def on(organization, day=TODAY):
    return composition(organization, Site.objects.get_current(), datetime.date.fromisoformat(day))


def seats_section(client, day=None, status=200):
    """The words of the section, without what the markup adds."""
    response = client.get(PATH, {"op": day} if day else {})
    assert response.status_code == status
    section = html.fromstring(response.content.decode()).xpath('//section[@id="aan-tafel"]')[0]
    return " ".join(" ".join(section.itertext()).split()).replace(" ,", ",")


# --- seats by bench


def test_seats_that_bodies_share_count_once_and_read_together(client, resoc):
    side = bench(resoc, seats=8)
    BodyMembershipFactory(body=resoc, member=body("Voka"), bench=side, seats=5, position=0)
    shared = BodyMembershipFactory(
        body=resoc, member=body("UNIZO"), bench=side, seats=3, position=1, shared_with=[body("VKW Limburg")]
    )
    words = seats_section(client)

    assert "Voka: 5 zetels" in words
    assert "UNIZO en VKW Limburg samen: 3 zetels" in words
    assert "8 zetels" in words and "Wie voor deze organisaties zetelt, is niet bekend." in words
    assert shared.shared_with.count() == 1
    assert on(resoc).unknown == 8


def test_a_seat_of_which_nothing_is_known_is_not_vacant(client, resoc):
    bench(resoc, seats=8)
    words = seats_section(client)

    assert "Wie deze zetels bezet, is niet bekend." in words
    assert "Van 8 zetels is niet bekend wie erop zit. Dat betekent niet dat ze leeg zijn." in words
    assert "acant" not in words


def test_a_vacancy_shows_with_its_source_and_leaves_the_rest_unknown(client, resoc):
    side = bench(resoc, seats=3)
    Membership.objects.create(body=resoc, bench=side, state="vacant", source="Verslag van mei", seats=1)
    words = seats_section(client)

    assert "Vacant: 1 zetel datum niet bekend Bron: Verslag van mei" in words
    assert "Van 2 zetels is niet bekend wie ze bezet." in words


def test_whom_a_member_body_delegates_takes_a_seat_of_that_body_and_counts_once(resoc):
    side = bench(resoc, seats=8)
    acv = body("ACV")
    BodyMembershipFactory(body=resoc, member=acv, bench=side, seats=5)
    member = role("effectief-lid")
    for name in ("An", "Bo"):
        PersonMembershipFactory(body=resoc, person__name=name, role=member, bench=side, delegated_by=acv)
    PersonMembershipFactory(body=resoc, person__name="Cas", role=member, bench=side)
    shown = on(resoc).benches[0]

    assert (shown.occupied, shown.vacant, shown.unknown) == (3, 0, 5)


def test_a_person_with_two_roles_takes_one_seat_and_a_substitute_none(resoc):
    side = bench(resoc, seats=4)
    an = PersonFactory(name="An")
    for slug in ("voorzitter", "effectief-lid"):
        PersonMembershipFactory(body=resoc, person=an, role=role(slug), bench=side)
    PersonMembershipFactory(body=resoc, role=role("plaatsvervanger"), bench=side)
    shown = on(resoc).benches[0]

    assert (shown.occupied, shown.unknown) == (1, 3)


def test_seats_that_a_source_calls_occupied_or_vacant_are_counted_as_such(resoc):
    side = bench(resoc, seats=6)
    BodyMembershipFactory(body=resoc, member=body("ACV"), bench=side, seats=3, state="occupied")
    BodyMembershipFactory(body=resoc, member=body("ABVV"), bench=side, seats=2, state="vacant", source="Verslag")
    shown = on(resoc).benches[0]

    assert (shown.occupied, shown.vacant, shown.unknown) == (3, 2, 1)


def test_a_number_of_seats_that_is_not_known_is_said_and_not_added_up(client, resoc):
    side = bench(resoc, "werkgevers", seats=8)
    bench(resoc, "werknemers", seats=None)
    BodyMembershipFactory(body=resoc, member=body("Voka"), bench=side, seats=None)
    words = seats_section(client)

    assert "Hoeveel zetels er samen zijn, is niet bekend." in words
    assert "Hoeveel zetels deze geleding telt, is niet bekend." in words
    assert "Voka: aantal zetels niet bekend" in words


def test_members_outside_any_bench_are_listed_without_a_number(client, resoc):
    BodyMembershipFactory(body=resoc, member=body("UNIZO"))
    words = seats_section(client)

    assert "Leden UNIZO" in words and "zetel" not in words


def test_a_new_number_of_seats_replaces_the_former_and_keeps_its_members(resoc):
    old = bench(resoc, seats=8, end="2010")
    new = Bench.objects.create(organization=resoc, kind=old.kind, seats=10, start="2011")
    BodyMembershipFactory(body=resoc, member=body("Voka"), bench=old, seats=4, start="2005")

    assert [side.seats for side in on(resoc, "2010-05-01").benches] == [8]
    later = on(resoc).benches
    assert [(side.seats, side.holders[0].seats) for side in later] == [(new.seats, 4)]


def test_the_newest_fact_about_the_seats_of_a_member_replaces_the_older(resoc):
    side, voka = bench(resoc, seats=8), body("Voka")
    BodyMembershipFactory(body=resoc, member=voka, bench=side, seats=4, known_on="2005")
    BodyMembershipFactory(body=resoc, member=voka, bench=side, seats=5, known_on="2010")

    assert [holder.seats for holder in on(resoc).benches[0].holders] == [5]
    assert [holder.seats for holder in on(resoc, "2008-01-01").benches[0].holders] == [4]


# --- names


def test_a_member_is_named_where_it_is_published_anywhere_and_is_a_link_only_here(client, resoc):
    side = bench(resoc)
    here = OrganizationContentFactory(name="POM", state="published", organization__slug="pom").organization
    draft = OrganizationContentFactory(name="Geheim").organization
    for member in (here, body("Voka"), draft):
        BodyMembershipFactory(body=resoc, member=member, bench=side)
    page = client.get(PATH).content.decode()

    assert '<a href="/organisaties/pom/">POM</a>' in page
    assert "Voka" in page and ">Voka</a>" not in page
    assert "Geheim" not in page


def test_who_is_delegated_by_a_body_without_a_public_name_shows_without_it(client, resoc):
    draft = OrganizationContentFactory(name="Geheim").organization
    chair(resoc, "An", delegated_by=draft, function="burgemeester")
    words = seats_section(client)

    assert "Voorzitter An, burgemeester" in words and "Geheim" not in words


# --- people on a day


def test_what_is_known_on_one_day_is_last_known_later_and_no_period(client, resoc):
    chair(resoc, "An", known_on="2005-05-10", delegated_by=body("Provincie"), source="Verslag van 10 mei 2005")

    assert "An, afgevaardigd door Provincie Laatst bekend op 10 mei 2005" in seats_section(client)
    assert "Bekend op 10 mei 2005" in seats_section(client, "2005-05-10")
    before = seats_section(client, "2005-05-09")
    assert "Over deze dag is niets bekend." in before and "dateert van 10 mei 2005" in before
    assert "An" not in before.replace("Andere", "").split()


@pytest.mark.parametrize(
    ("known_on", "words"), [("2013", "Laatst bekend in 2013"), ("2013-05", "Laatst bekend in mei 2013")]
)
def test_a_month_or_a_year_is_as_precise_as_its_source(client, resoc, known_on, words):
    chair(resoc, "An", known_on=known_on)

    assert words in seats_section(client)


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ({"start": "2017-05", "end": "2018-05"}, "Van mei 2017 tot mei 2018"),
        ({"start": "2016-08-01", "end": "2020-10-31"}, "Van 1 augustus 2016 tot en met 31 oktober 2020"),
        ({"start": "2015"}, "Sinds 2015, einde niet bekend"),
        ({"end": "2018"}, "Tot 2018, begin niet bekend"),
        ({"end": "2018-05-31"}, "Tot en met 31 mei 2018, begin niet bekend"),
        ({}, "Datum niet bekend"),
    ],
)
def test_a_period_is_in_words_and_says_what_is_not_known(client, resoc, dates, words):
    chair(resoc, "An", **dates)

    assert words in seats_section(client, "2018-05-31")


CHAIRS = [("An", "2017-05", "2018-05"), ("Bo", "2018-05", "2019-05"), ("Cas", "2021-05", "")]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2017-05-01", ["An"]),
        ("2018-04-30", ["An"]),
        ("2018-05-01", ["Bo"]),
        ("2019-05-31", ["Bo"]),
        ("2019-06-01", []),
        ("2021-04-30", []),
        ("2021-05-01", ["Cas"]),
        (TODAY, ["Cas"]),
    ],
)
def test_a_role_of_one_person_shows_the_newest_fact_up_to_the_day(resoc, day, expected):
    for name, start, end in CHAIRS:
        chair(resoc, name, start=start, end=end)
    part = on(resoc, day).parts[0]

    assert (part.role, [sitting.name for sitting in part.people]) == ("voorzitter", expected)


def test_a_day_without_a_known_chair_says_so(client, resoc):
    for name, start, end in CHAIRS:
        chair(resoc, name, start=start, end=end)

    assert "Voorzitter niet bekend" in seats_section(client, "2020-01-01")


def test_who_still_holds_a_role_goes_before_who_was_known_in_it_in_the_same_year(resoc):
    chair(resoc, "Joke", known_on="2022")
    chair(resoc, "Bart", start="2022")

    assert [sitting.name for sitting in on(resoc).parts[0].people] == ["Bart"]
    assert {sitting.name for sitting in on(resoc, "2022-06-01").parts[0].people} == {"Joke", "Bart"}


def test_many_people_hold_a_role_that_is_not_of_one_person(resoc):
    for name in ("An", "Bo"):
        PersonMembershipFactory(body=resoc, person__name=name, role=role("ondervoorzitter"), known_on="2005")

    assert [sitting.name for sitting in on(resoc).parts[0].people] == ["An", "Bo"]


def test_a_vacant_role_is_said_with_its_source(client, resoc):
    Membership.objects.create(body=resoc, role=role("voorzitter"), state="vacant", source="Verslag", start="2020")
    words = seats_section(client)

    assert "Voorzitter vacant" in words and "Bron: Verslag" in words


def test_earlier_chairs_stand_in_a_table_in_order_with_what_is_not_known(client, resoc):
    chair(resoc, "Zonder datum", source="s1")
    for name, start, end in CHAIRS:
        chair(resoc, name, start=start, end=end, function=f"functie van {name}", source="s2")
    page = html.fromstring(client.get(PATH).content.decode())
    table = page.xpath("//table")[0]

    assert table.xpath("caption")[0].text == "Wie eerder voorzitter was"
    assert [th.text for th in table.xpath(".//th[@scope='col']")] == ["Naam", "Periode", "Functie", "Bron"]
    rows = [[cell.text_content() for cell in row.xpath("th[@scope='row']|td")] for row in table.xpath("tbody/tr")]
    assert rows == [
        ["Zonder datum", "Datum niet bekend", "niet bekend", "s1"],
        ["An", "Van mei 2017 tot mei 2018", "functie van An", "s2"],
        ["Bo", "Van mei 2018 tot mei 2019", "functie van Bo", "s2"],
    ]


def test_a_chair_of_after_the_day_is_not_among_the_earlier(resoc):
    for name, start, end in CHAIRS:
        chair(resoc, name, start=start, end=end)

    assert [[sitting.name for sitting in earlier.people] for earlier in on(resoc, "2018-06-01").earlier] == [["An"]]


# --- the day in the address


def test_the_heading_states_the_day_and_the_form_keeps_it(client, resoc):
    chair(resoc, "An", start="2015")
    page = client.get(PATH, {"op": "2017-02-06"}).content.decode()

    assert "<h2>Wie zit aan tafel op 6 februari 2017</h2>" in page
    assert '<input type="date" id="op" name="op" value="2017-02-06"' in page
    assert "<h2>Wie zit aan tafel</h2>" in client.get(PATH).content.decode()


def test_a_day_as_people_type_it_here_is_read_too(client, resoc):
    chair(resoc, "An", start="2015")

    assert "op 6 februari 2017" in seats_section(client, "6/2/2017")


def test_a_day_in_the_address_is_no_page_of_its_own_for_search_engines(client, resoc):
    page = html.fromstring(client.get(PATH, {"op": "2017-02-06"}).content.decode())
    plain = html.fromstring(client.get(PATH).content.decode())

    assert page.xpath("//link[@rel='canonical']/@href")[0].endswith(PATH)
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert plain.xpath("//meta[@name='robots']") == []


BAD = [
    "gisteren",
    "2017-02-31",
    "31/2/2017",
    "0000-01-01",
    "2017",
    "02/2017",
    "9" * 300,
    "2017-02-06T00:00",
    "<script>",
]


@pytest.mark.parametrize("op", BAD, ids=[text[:12] for text in BAD])
def test_what_is_no_day_is_refused_with_a_sentence_on_the_page_itself(client, resoc, op):
    response = client.get(PATH, {"op": op})
    page = response.content.decode()

    assert response.status_code == 400
    assert "is geen bestaande dag. Typ een dag, een maand en een jaar" in page
    assert "noindex" in page and "<script>“" not in page and "9" * 40 not in page
    assert "<h2>Wie zit aan tafel</h2>" in page


def test_two_days_at_once_are_refused_and_no_day_at_all_is_today(client, resoc):
    response = client.get(f"{PATH}?op=2017-02-06&op=2018-02-06")

    assert response.status_code == 400 and "Kies er één." in response.content.decode()
    assert client.get(f"{PATH}?op=").status_code == 200


@pytest.mark.parametrize("op", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_days_like_others(client, resoc, op):
    chair(resoc, "An", start="2015")

    assert client.get(PATH, {"op": op}).status_code == 200


def test_a_day_to_come_says_so(client, resoc):
    chair(resoc, "An", start="2015")
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)

    assert "Deze dag moet nog komen." in seats_section(client, tomorrow.isoformat())
    assert "moet nog komen" not in seats_section(client, "2017-02-06")


# --- nothing known


def test_an_organ_of_which_nothing_is_known_says_so(client, resoc):
    assert "Wie aan deze tafel zit, is niet bekend." in seats_section(client)


def test_an_organisation_without_a_table_has_no_such_section_unless_a_day_is_asked(client):
    OrganizationContentFactory(kind="organisation", state="published", organization__slug="vzw")

    assert "aan-tafel" not in client.get("/organisaties/vzw/").content.decode()
    assert "niet bekend" in client.get("/organisaties/vzw/?op=2017-02-06").content.decode()


# --- size


def test_ten_or_a_thousand_memberships_cost_as_many_queries(client, resoc, django_assert_num_queries):
    side, member, voka = bench(resoc), role("effectief-lid"), body("Voka")
    BodyMembershipFactory(body=resoc, member=voka, bench=side, shared_with=[body("UNIZO")])

    def fill(count):
        people = PersonFactory.create_batch(count)
        Membership.objects.bulk_create(
            Membership(body=resoc, person=person, role=member, bench=side, delegated_by=voka) for person in people
        )

    fill(10)
    with CaptureQueriesContext(connection) as few:
        on(resoc)
    fill(990)
    with django_assert_num_queries(len(few)):
        assert len(on(resoc).parts[0].people) == 1000
    client.get(PATH)
    with CaptureQueriesContext(connection) as page:
        shown = client.get(PATH).content.decode().partition("<main")[2]
    assert shown.count("Voorbeeldpersoon") == 1000
    assert len(page) < 37
