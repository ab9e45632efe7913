"""The text and the first page of a file, on the page of its document and wherever it goes along."""

import io

import pytest
from django.core.management import call_command
from PIL import Image

from documents.models import DocumentFile
from tests.documents.test_documents import body_of, publish
from tests.factories import (
    DocumentContentFactory,
    NewsContentFactory,
    UserFactory,
    add_file,
    pptx_bytes,
    printed_pdf_bytes,
)

pytestmark = pytest.mark.django_db

PREVIEW = "/documenten/advies-1/eerste-bladzijde/pdf.jpg"


@pytest.fixture
def advice():
    content = DocumentContentFactory(document__slug="advies-1", title="Advies 1", language="fr")
    add_file(content, printed_pdf_bytes("Un avis sur la lande", "Seconde page"), "x.pdf")
    return content


def page_of(client, path="/documenten/advies-1/"):
    return client.get(path).content.decode()


def test_the_text_of_a_pdf_stands_on_the_page_in_its_own_language(client, advice):
    publish(advice)
    page = page_of(client)

    assert '<h2 id="inhoud">Inhoud</h2>' in page
    assert '<div lang="fr"><p>Un avis sur la lande</p></div>' in page
    assert "Bladzijde 2" in page and "<p>Seconde page</p>" in page


def test_the_titles_and_the_words_of_slides_stand_on_the_page(client, advice):
    add_file(advice, pptx_bytes(3), "x.pptx")
    publish(advice)

    assert "Dia 3" in page_of(client)
    assert [page["title"] for page in advice.files.get(format="pptx").outline["pages"]] == ["Dia 1", "Dia 2", "Dia 3"]


def test_the_first_page_is_a_small_jpeg_with_words_for_who_does_not_see_it(client, advice):
    publish(advice)
    page, response = page_of(client), client.get(PREVIEW)
    data = body_of(response)

    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, image.size) == ("JPEG", (480, 680))
        assert f'src="{PREVIEW}" width="480" height="680" alt="Eerste bladzijde van “Advies 1”"' in page
    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    assert client.get(PREVIEW, headers={"if-none-match": response["ETag"]}).status_code == 304
    assert len(data) < 60_000


def test_slides_look_like_the_pdf_beside_them(client, advice):
    add_file(advice, pptx_bytes(), "x.pptx")
    publish(advice)

    assert body_of(client.get(PREVIEW.replace("pdf.jpg", "pptx.jpg"))) == body_of(client.get(PREVIEW))


@pytest.mark.parametrize("state", ["draft", "unpublished", "archived"])
def test_what_is_not_public_has_no_picture_and_no_text_for_readers(client, state):
    content = DocumentContentFactory(document__slug="advies-1", state=state)
    add_file(content, printed_pdf_bytes("Geheim"), "x.pdf")

    assert client.get(PREVIEW).status_code == 404
    assert client.get("/documenten/advies-1/").status_code == 404


@pytest.mark.parametrize("name", ["docx.jpg", "exe.jpg", "pptx.jpg", "pdf.png"])
def test_no_other_address_leads_to_a_picture(client, advice, name):
    publish(advice)
    assert client.get(PREVIEW.replace("pdf.jpg", name)).status_code == 404


def test_the_address_of_the_picture_follows_the_document(client, advice):
    publish(advice)
    advice.document.slug = "advies-2"
    advice.document.save()

    response = client.get(PREVIEW)
    assert (response.status_code, response["Location"]) == (301, PREVIEW.replace("advies-1", "advies-2"))


def test_who_judges_a_draft_sees_its_first_page_and_nobody_else(client, advice):
    url = f"/beheer/bestand/{advice.files.get().pk}/eerste-bladzijde.jpg"
    assert client.get(url).status_code == 302
    client.force_login(UserFactory())
    assert client.get(url).status_code == 403
    client.force_login(UserFactory(is_superuser=True))
    assert client.get(url)["Content-Type"] == "image/jpeg"


def test_a_draft_made_from_a_version_keeps_text_and_picture(advice):
    publish(advice)
    draft = advice.versions.get().copy(UserFactory()).content
    original, copy = advice.files.get(), draft.files.get()

    assert original.pk != copy.pk
    assert (copy.outline, copy.preview.name) == (original.outline, original.preview.name)


def test_news_leads_to_the_text_of_its_attachments(client, advice):
    publish(advice)
    news = NewsContentFactory(news_item__slug="bericht", state="published")
    news.attachments.create(document=advice.document)
    scan = DocumentContentFactory(title="Een scan", state="published")
    news.attachments.create(document=scan.document)
    page = page_of(client, "/nieuws/bericht/")

    assert 'href="/documenten/advies-1/#inhoud">Lees de tekst van “Advies 1”' in page
    assert "tekst van “Een scan”" not in page


def test_words_from_a_file_are_words_and_no_markup(client, advice):
    advice.files.all().delete()
    add_file(advice, printed_pdf_bytes("<script>alert(1)</script>"), "x.pdf")
    publish(advice)

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page_of(client)
    assert "<script>alert" not in page_of(client)


def test_what_was_stored_before_is_read_once(client, advice, django_assert_num_queries):
    publish(advice)
    empty = {"was_read": False, "outline": None, "preview": "", "preview_width": None, "preview_height": None}
    DocumentFile.objects.update(**empty)
    assert client.get(PREVIEW).status_code == 404

    call_command("read_documents")
    assert client.get(PREVIEW).status_code == 200
    assert "Un avis" in page_of(client)
    with django_assert_num_queries(3):  # two of them ask whether this release knows the database
        call_command("read_documents")


def test_a_stored_file_that_cannot_be_read_goes_without(client, advice, capsys):
    publish(advice)
    file = advice.files.get()
    DocumentFile.objects.update(was_read=False, outline=None, preview="")
    with open(file.file.path, "wb") as data:
        data.write(b"%PDF-1.7 and then nothing")
    call_command("read_documents")

    assert "kapot" in capsys.readouterr().err
    assert client.get("/documenten/advies-1/").status_code == 200
    assert client.get(PREVIEW).status_code == 404
