import datetime

import pytest
from cms.toolbar.utils import get_object_preview_url
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import timezone

from documents.formats import inspect
from tests.factories import (
    DocumentContentFactory,
    NewsContentFactory,
    UserFactory,
    add_file,
    bring_to,
    pdf_bytes,
    pptx_bytes,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def advice():
    content = DocumentContentFactory(document__slug="advies-1", title="Advies 1", state="draft")
    add_file(content, pdf_bytes(2), "wat-dan-ook.pdf")
    return content


def publish(content):
    from djangocms_versioning.models import Version

    bring_to("published", Version.objects.get_for_content(content))


def body_of(response):
    return b"".join(response.streaming_content)


def test_a_document_tells_type_size_and_pages(client, advice):
    publish(advice)
    page = client.get("/documenten/advies-1/").content.decode()

    assert '<a href="/documenten/advies-1/advies-1.pdf">Advies 1 (pdf,' in page
    assert "2 blz." in page


def test_a_published_file_is_handed_out_whole_in_part_and_not_at_all_when_unchanged(client, advice):
    publish(advice)
    url = "/documenten/advies-1/advies-1.pdf"
    whole = client.get(url)
    data = body_of(whole)

    assert (whole.status_code, whole["Content-Type"]) == (200, "application/pdf")
    assert data.startswith(b"%PDF")
    part = client.get(url, headers={"range": "bytes=0-0"})
    assert (part.status_code, body_of(part), part["Content-Range"]) == (206, b"%", f"bytes 0-0/{len(data)}")
    assert client.get(url, headers={"if-none-match": whole["ETag"]}).status_code == 304
    assert client.get(url, headers={"range": f"bytes={len(data)}-"}).status_code == 416
    assert client.get(url, headers={"range": "bytes=0-0", "if-range": whole["ETag"]}).status_code == 206
    assert client.get(url, headers={"range": "bytes=0-0", "if-range": '"another"'}).status_code == 200
    head = client.head(url)
    assert (head.status_code, head["Content-Length"]) == (200, str(len(data)))


@pytest.mark.parametrize("state", ["draft", "unpublished", "archived"])
def test_the_file_of_an_unpublished_document_cannot_be_had(client, state):
    content = DocumentContentFactory(document__slug="geheim", state=state)
    add_file(content, pdf_bytes(), "geheim.pdf")

    assert client.get("/documenten/geheim/geheim.pdf").status_code == 404
    assert client.get("/documenten/geheim/").status_code == 404
    assert "geheim" not in client.get("/documenten/").content.decode()


@pytest.mark.parametrize(
    ("start", "end", "status"), [(-2, -1, 404), (1, 2, 404), (-1, 1, 200), (None, 1, 200), (-1, None, 200)]
)
def test_outside_of_its_window_a_document_does_not_exist(client, advice, start, end, status):
    now = timezone.now()
    advice.visible_from = start and now + datetime.timedelta(hours=start)
    advice.visible_until = end and now + datetime.timedelta(hours=end)
    advice.save()
    publish(advice)

    assert client.get("/documenten/advies-1/").status_code == status
    assert client.get("/documenten/advies-1/advies-1.pdf").status_code == status


def test_a_file_keeps_its_address_when_it_is_replaced(client, advice):
    publish(advice)
    file = advice.files.get()
    before = body_of(client.get(file.get_absolute_url()))
    file.delete()
    replacement = add_file(advice, pdf_bytes(5), "heel-andere-naam.pdf")

    assert replacement.get_absolute_url() == "/documenten/advies-1/advies-1.pdf"
    assert body_of(client.get("/documenten/advies-1/advies-1.pdf")) != before


@pytest.mark.parametrize(
    "path",
    [
        "/documenten/advies-1/ander.pdf",
        "/documenten/advies-1/advies-1.exe",
        "/documenten/advies-1/advies-1.pptx",
        "/documenten/advies-1/../advies-1.pdf",
    ],
)
def test_no_other_address_leads_to_a_file(client, advice, path):
    publish(advice)

    assert client.get(path).status_code == 404


def test_slides_are_counted():
    facts = inspect(ContentFile(pptx_bytes(3), name="dia.pptx"))

    assert (facts["format"], facts["pages"]) == ("pptx", 3)


HTML = b"<!doctype html><title>x</title><script>alert(1)</script>"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.pdf", HTML),
        ("x.pdf", b""),
        ("x.pdf", b"%PDF-1.7 and then nothing"),
        ("x.pdf", pdf_bytes()[:200]),
        ("x.exe", pdf_bytes()),
        ("x.pptx", pdf_bytes()),
        ("x.pdf", pptx_bytes()),
        ("x.pptx", pptx_bytes()[:3000]),
        ("x.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
    ],
)
def test_a_file_is_judged_by_its_content(name, data):
    with pytest.raises(ValidationError) as refusal:
        inspect(ContentFile(data, name=name))
    assert refusal.value.messages[0].endswith((".", "xlsx."))


def test_a_file_that_is_too_large_is_refused(settings):
    settings.UPLOAD_MAX_BYTES = 100
    with pytest.raises(ValidationError):
        inspect(ContentFile(pdf_bytes(), name="x.pdf"))


@pytest.mark.parametrize(
    ("size", "words"),
    [(669, "669 bytes"), (131_800, "132\u00a0kB"), (999_999, "1000\u00a0kB"), (4_300_000, "4,3\u00a0MB")],
)
def test_a_size_is_said_in_units_that_readers_know(size, words):
    from documents.templatetags.sizes import file_size

    assert file_size(size) == words


def test_who_judges_a_draft_can_open_its_file_and_nobody_else(client, advice):
    url = f"/beheer/bestand/{advice.files.get().pk}/"
    assert client.get(url).status_code == 302
    client.force_login(UserFactory())
    assert client.get(url).status_code == 403

    client.force_login(UserFactory(is_superuser=True))
    response = client.get(url)
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    assert url in client.get(f"/beheer/documents/document/{advice.document.pk}/change/").content.decode()


def test_the_preview_of_a_draft_links_to_what_staff_can_open(client, advice):
    client.force_login(UserFactory(is_superuser=True))
    link = f'href="/beheer/bestand/{advice.files.get().pk}/"'

    page = client.get(get_object_preview_url(advice)).content.decode()
    assert link in page
    assert "advies-1.pdf" not in page

    publish(advice)
    page = client.get("/documenten/advies-1/").content.decode()
    assert link not in page
    assert 'href="/documenten/advies-1/advies-1.pdf"' in page


def test_the_preview_of_news_shows_attachments_that_wait_with_files_that_open(client, advice):
    news = NewsContentFactory()
    news.attachments.create(document=advice.document)
    client.force_login(UserFactory(is_superuser=True))
    file = f"/beheer/bestand/{advice.files.get().pk}/"

    page = client.get(get_object_preview_url(news)).content.decode()
    assert "Advies 1" in page
    assert f'href="{file}"' in page
    assert "advies-1.pdf" not in page
    assert client.get(file).status_code == 200


def test_the_preview_of_news_links_a_published_attachment_as_readers_get_it(client, advice):
    news = NewsContentFactory()
    news.attachments.create(document=advice.document)
    publish(advice)
    client.force_login(UserFactory(is_superuser=True))

    page = client.get(get_object_preview_url(news)).content.decode()
    assert 'href="/documenten/advies-1/advies-1.pdf"' in page
    assert "/beheer/bestand/" not in page
