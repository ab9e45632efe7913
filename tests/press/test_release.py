"""A release as a journalist finds it: line of place and date, quotations, notes, boilerplates, contact, machines."""

import datetime
import json
import re

import pytest

from tests.factories import (
    BoilerplateFactory,
    NewsContentFactory,
    OrganizationContentFactory,
    PressContactFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return OrganizationContentFactory(name="Streekraad", state="published").organization


@pytest.fixture
def release(body):
    content = NewsContentFactory(
        kind="press_release",
        place="Hasselt",
        date=datetime.date(2017, 2, 6),
        notes_to_editors="Foto’s kunnen om 10 uur.",
    )
    content.organisations.set([body])
    content.quotations.create(
        text="Voorbeeldwoorden.", speaker="Voorbeeldpersoon", role="toen voorzitter", organization=body
    )
    content.versions.get().publish(UserFactory())
    return content


def text_of(client, content):
    html = client.get(content.get_absolute_url()).content.decode()
    main = re.search(r"<main.*?</main>", html, re.S)[0]
    return " ".join(re.sub(r"<[^>]*>", "", main).split())


def test_a_release_has_all_that_a_journalist_needs(client, release, body):
    BoilerplateFactory(organization=body, text="Wat de streekraad is.")
    PressContactFactory(name="Voorbeeld Vandaag", email="pers@example.org")

    text = text_of(client, release)

    assert "Hasselt, 6 februari 2017" in text
    assert "“Voorbeeldwoorden.” Voorbeeldpersoon, toen voorzitter, Streekraad" in text
    assert "Noot voor de redactie Foto’s kunnen om 10 uur." in text
    assert "Over Streekraad Wat de streekraad is." in text
    assert "Perscontact Voorbeeld Vandaag" in text and "pers@example.org" in text


def test_an_old_release_has_the_boilerplate_of_then_and_the_contact_of_today(client, release, body):
    BoilerplateFactory(organization=body, text="Tekst van toen.")
    BoilerplateFactory(organization=body, text="Tekst van nu.", start=datetime.date(2020, 1, 1))
    PressContactFactory(name="Voorbeeld Toen", end=datetime.date(2018, 1, 1))
    PressContactFactory(name="Voorbeeld Nu", start=datetime.date(2018, 1, 2))

    text = text_of(client, release)

    assert "Tekst van toen." in text and "Voorbeeld Nu" in text
    assert "Tekst van nu." not in text and "Voorbeeld Toen" not in text


def test_without_a_place_the_date_stands_alone_and_without_a_contact_that_is_said(client):
    content = NewsContentFactory(kind="press_release", date=datetime.date(2017, 2, 6), state="published")
    text = text_of(client, content)

    assert ", 6 februari 2017" not in text
    assert "Er is nog geen perscontact bekend." in text


def test_other_news_has_nothing_of_it(client, body):
    PressContactFactory()
    BoilerplateFactory(organization=body)
    content = NewsContentFactory(place="Hasselt", notes_to_editors="Voor wie?")
    content.organisations.set([body])
    content.versions.get().publish(UserFactory())

    text = text_of(client, content)

    assert not [words for words in ("Hasselt", "Voor wie?", "Perscontact", "een alinea") if words in text]


def test_a_body_that_is_not_public_has_no_name_beside_a_quotation(client, release):
    hidden = OrganizationContentFactory(name="Nog geheim").organization
    release.quotations.update(organization=hidden)

    assert "Nog geheim" not in text_of(client, release)


def test_the_next_draft_keeps_all_of_it(release, body):
    draft = release.versions.get().copy(UserFactory()).content

    assert (draft.place, draft.notes_to_editors) == ("Hasselt", "Foto’s kunnen om 10 uur.")
    assert draft.quotations.get().organization == body


def test_machines_read_the_line_of_place_and_date_and_whom_it_is_about(client, release):
    html = client.get(release.get_absolute_url()).content.decode()
    found = [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)]
    [article] = [data for data in found if data["@type"] == "NewsArticle"]

    assert article["dateline"] == "Hasselt, 6 februari 2017"
    assert [about["name"] for about in article["about"]] == ["Streekraad"]
    assert 'title="Persberichten" href="/pers/feed/"' in html


def test_more_quotations_cost_no_more_queries(client, release, body, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def queries():
        with CaptureQueriesContext(connection) as found:
            client.get(release.get_absolute_url())
        return len(found)

    queries()
    once = queries()
    for _ in range(3):
        other = OrganizationContentFactory(state="published").organization
        release.quotations.create(text="Nog.", speaker="Voorbeeldpersoon", organization=other)

    assert queries() == once
