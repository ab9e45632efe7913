"""A name that stands further on in a file than we read: the file is offered to who erases, to look for themselves."""

from pathlib import Path

import pytest
from django.urls import reverse
from lxml import html

from documents.models import DocumentFile
from documents.reading.words import MOST_PAGES
from tests.factories import DocumentContentFactory, add_file, printed_pdf_bytes

pytestmark = pytest.mark.django_db(transaction=True)

NAME = "Renée Voorbeeldaerts"
SCREEN = reverse("admin:erasure_erasure_add")
FORM = {"kind": "name", "sought": NAME, "ground": "privacy"}


@pytest.fixture(scope="module")
def long_pdf():
    """Its last page, with the name, is one too many."""
    made = printed_pdf_bytes(*["Verslag"] * MOST_PAGES, f"Voorzitter: {NAME}")
    assert b"oorbeeldaerts" not in made, "its pages are packed"
    return made


@pytest.fixture
def document(keeper, long_pdf):
    content = DocumentContentFactory(document__slug="verslagen", title="Alle verslagen", state="published")
    add_file(content, long_pdf, "verslagen.pdf")
    return content


@pytest.fixture
def thrown(keeper, settings, long_pdf):
    path = settings.TRASH_ROOT / "2026-11-01T00.00.00.000000Z" / "documents" / "lang.pdf"
    path.parent.mkdir(parents=True)
    path.write_bytes(long_pdf)
    return path


def looked(client):
    page = client.post(SCREEN, FORM)
    return page.context["found"]["options"], html.fromstring(page.text)


def words(tree):
    return " ".join(tree.xpath("//main")[0].text_content().split())


def test_a_file_of_which_only_the_first_part_was_read_is_offered_and_not_chosen(client, document):
    [option], page = looked(client)

    [box] = page.xpath("//input[@name='chosen']")
    assert box.get("value") == option.value and box.get("checked") is None
    assert "Misschien in deze bestanden" in words(page) and "In deze bestanden" not in words(page)
    assert "De naam kan verderop staan: kijk zelf." in words(page)
    [look] = page.xpath("//a[starts-with(., 'Bekijk Alle verslagen')]/@href")
    assert b"".join(client.get(look)) == printed(document)


def printed(document):
    return document.files.get().file.read()


def test_what_was_not_chosen_stays_and_what_was_chosen_goes(client, document):
    [option], _page = looked(client)
    client.post(SCREEN, FORM | {"confirmed": "1"})
    assert client.get(document.files.get().get_absolute_url()).status_code == 200

    client.post(SCREEN, FORM | {"confirmed": "1", "chosen": [option.value]})
    assert client.get(document.files.get().get_absolute_url()).status_code == 410
    assert not DocumentFile.objects.exclude(file="").exists()


def test_a_row_whose_file_is_gone_offers_none(client, document):
    Path(document.files.get().file.path).unlink()
    assert looked(client)[0] == []


def test_a_long_file_in_the_trash_is_offered_as_well(client, thrown):
    [option], page = looked(client)

    assert (option.path, option.is_found, option.address) == (thrown, False, "")
    assert "Misschien in deze bestanden" in words(page)


def test_a_long_file_in_which_the_name_was_read_is_among_those_that_hold_it(client, keeper):
    content = DocumentContentFactory(state="published")
    add_file(content, printed_pdf_bytes(NAME, *["Verslag"] * MOST_PAGES), "verslagen.pdf")
    [option], page = looked(client)

    assert option.is_found and page.xpath("//input[@name='chosen']/@checked")
    assert "Misschien" not in words(page)


def test_a_file_that_was_read_to_its_end_is_not_offered(client, keeper):
    add_file(DocumentContentFactory(state="published"), printed_pdf_bytes("Verslag"), "verslag.pdf")
    assert looked(client)[0] == []
