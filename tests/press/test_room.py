"""/pers/, its photos and its feed."""

import datetime
import re
from xml.etree import ElementTree

import pytest
from django.contrib.sites.models import Site
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    BenchFactory,
    BoilerplateFactory,
    DocumentContentFactory,
    NewsContentFactory,
    OrganizationContentFactory,
    PersonFactory,
    PersonMembershipFactory,
    PressContactFactory,
    PressFactFactory,
    RoleFactory,
    UserFactory,
    add_file,
    bring_to,
    pdf_bytes,
    press_picture,
)

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def text_of(client, path):
    main = re.search(r"<main.*?</main>", client.get(path).content.decode(), re.S)[0]
    return " ".join(re.sub(r"<[^>]*>", " ", main).split())


def test_an_empty_press_room_says_plainly_what_is_not_known(client):
    text = text_of(client, "/pers/")

    assert "Hier staat nog geen persbericht." in text
    assert "Er is nog geen perscontact bekend." in text
    assert "Hier staan nog geen teksten voor de pers." in text
    assert "Hier zijn nog geen beelden." in text_of(client, "/pers/fotos/")


def test_the_room_shows_the_newest_five_releases_and_no_other_news(client):
    NewsContentFactory(title="Gewoon nieuws", state="published")
    NewsContentFactory(title="Nog niet klaar", kind="press_release")
    for year in range(2011, 2017):
        NewsContentFactory(title=f"Van {year}", kind="press_release", date=datetime.date(year, 1, 1), state="published")

    text = text_of(client, "/pers/")

    assert re.findall(r"Van (20\d\d) ", text) == ["2016", "2015", "2014", "2013", "2012"]
    assert "Gewoon nieuws" not in text and "Nog niet klaar" not in text


def test_each_body_has_its_text_and_what_the_register_holds(client):
    content = OrganizationContentFactory(name="Streekraad", legal_form="vzw", state="published")
    body = content.organization
    BoilerplateFactory(organization=body, text="Wat de streekraad is.")
    BenchFactory(organization=body, name="gemeenten", seats=8, source="Voorbeeldbron")
    role = RoleFactory(slug="voorzitter", label="voorzitter", single_holder=True)
    PersonMembershipFactory(body=body, person=PersonFactory(name="Voorbeeld Voorzitter"), role=role, start="2017")
    PressFactFactory(organization=body, label="Leden", value="44", known_on="2014")
    PressFactFactory(organization=body, label="Later bekend", known_on="2999")

    text = text_of(client, "/pers/")

    assert "Wat de streekraad is." in text
    assert "Rechtsvorm vzw" in text
    assert "Zetels 8 zetels: gemeenten 8" in text
    assert "Voorzitter Voorbeeld Voorzitter" in text
    assert "Leden 44 (2014)" in text
    assert "Later bekend" not in text


def queries_of(client, path):
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def body_for_the_press():
    body = OrganizationContentFactory(state="published").organization
    BoilerplateFactory(organization=body)
    BenchFactory(organization=body, seats=8)
    PersonMembershipFactory(body=body, role=RoleFactory(), known_on="2017-02-06")
    PressFactFactory(organization=body)


def test_the_room_takes_as_many_queries_for_thirty_bodies_as_for_three(client):
    for _body in range(3):
        body_for_the_press()
    few = queries_of(client, "/pers/")
    for _body in range(27):
        body_for_the_press()
    assert queries_of(client, "/pers/") == few


def test_bodies_that_are_not_public_here_and_contacts_of_elsewhere_stay_away(client):
    elsewhere = Site.objects.create(domain="elders.example.org", name="Elders")
    PressContactFactory(site=elsewhere, name="Voorbeeld Elders")
    BoilerplateFactory(organization=OrganizationContentFactory().organization, text="Nog een ontwerp.")
    there = OrganizationContentFactory(organization__sites=[elsewhere], state="published").organization
    BoilerplateFactory(organization=there, text="Van elders.")

    text = text_of(client, "/pers/")

    assert not [words for words in ("Voorbeeld Elders", "Nog een ontwerp.", "Van elders.") if words in text]


def test_the_feed_names_the_files_of_each_release_with_type_and_length(client, settings):
    settings.SITE_URL = "https://limburg.example.org"
    document = DocumentContentFactory(document__slug="cijfers")
    file = add_file(document, pdf_bytes(), "cijfers.pdf")
    waiting = DocumentContentFactory()
    add_file(waiting, pdf_bytes(2), "wacht.pdf")
    document.versions.get().publish(UserFactory())
    NewsContentFactory(title="Gewoon nieuws", state="published")
    release = NewsContentFactory(title="Bericht", kind="press_release")
    for attached in (document, waiting):
        release.attachments.create(document=attached.document)
    release.versions.get().publish(UserFactory())

    answer = client.get("/pers/feed/")
    feed = ElementTree.fromstring(answer.content)  # noqa: S314 - our own feed

    assert answer["Content-Type"].startswith("application/atom+xml")
    [entry] = feed.findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}title").text == "Bericht"
    [enclosure] = [link.attrib for link in entry.findall(f"{ATOM}link") if link.get("rel") == "enclosure"]
    assert enclosure == {
        "rel": "enclosure",
        "href": "https://limburg.example.org/documenten/cijfers/cijfers.pdf",
        "length": str(file.size),
        "type": "application/pdf",
    }


def with_photo(title="Bericht", state="published", picture=None, **fields):
    content = NewsContentFactory(title=title, **fields)
    content.photos.create(picture=picture or press_picture())
    bring_to(state, content.versions.get())
    return content


def test_each_photo_of_published_news_is_shown_once_with_what_may_be_done_with_it(client):
    picture = press_picture(credit="Voorbeeldmaker")
    with_photo("Ouder", picture=picture, date=datetime.date(2016, 1, 1))
    with_photo("Nieuwer", picture=picture)
    with_photo("Ontwerp", state="draft")
    with_photo("Van een ander", picture=press_picture(reusable=False, permission_from="Voorbeeldkrant"))

    html = client.get("/pers/fotos/").content.decode()

    assert html.count("<picture") == 2
    assert "Voorbeeldmaker" in html and "Nieuwer" in html
    assert "Ouder" not in html and "Ontwerp" not in html
    assert html.count("/download/original/") == 1
    assert "Niet herbruikbaar." in html and "Vraag toestemming aan Voorbeeldkrant" in html


def test_photos_are_paged_and_each_page_has_one_address(client):
    for _ in range(25):
        with_photo()

    assert client.get("/pers/fotos/").content.decode().count("<picture") == 24
    assert client.get("/pers/fotos/pagina/2/").content.decode().count("<picture") == 1
    assert [client.get(f"/pers/fotos/pagina/{n}/").status_code for n in (0, 1, 3)] == [404] * 3


def test_the_room_is_in_the_footer_and_in_the_sitemap(client):
    assert '<a href="/pers/">Pers</a>' in client.get("/nieuws/").content.decode()
    assert "/pers/</loc>" in client.get("/sitemap.xml").content.decode()
