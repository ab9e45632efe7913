"""Each hostile file through the screens of staff: refused with a sentence, or stored for nobody to run."""

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse
from filer.models import File, Folder

from documents.models import Document, DocumentFile
from pictures.models import Picture
from tests.factories import UserFactory, pdf_bytes
from tests.hostile import corpus
from tests.publication.test_admin import document_form

pytestmark = pytest.mark.django_db

DOCUMENTS, PICTURES = list(corpus.of_documents()), list(corpus.of_pictures())
PLACE = "naam-van-het-bestand"
MOST_MEMORY = 256 * 1024 * 1024
QUOTED = re.compile("“[^”]*”|\\([^)]*\\)")
ENGLISH = re.compile(r"\b(the|file|is not|denied|invalid)\b", re.IGNORECASE)


def named(specimen):
    return f"{specimen[0]} – {specimen[1]!a:.40}"


@pytest.fixture
def editor(client):
    client.force_login(UserFactory(is_superuser=True))
    client.raise_request_exception = False
    return client


@pytest.fixture
def folder():
    return Folder.objects.create(name="Beelden")


def memory(name):
    """A figure of this process in bytes: VmRSS, what it holds; VmHWM, the most that it held since `forget_peak`."""
    return int(re.search(rf"{name}:\s+(\d+) kB", Path("/proc/self/status").read_text())[1]) * 1024


def forget_peak():
    Path("/proc/self/clear_refs").write_text("5")


def within_memory(post):
    """What `post()` answers; this process took no more memory than is allowed.

    Those that it starts can't: tests/files/test_confined.py.
    """
    forget_peak()
    before = memory("VmRSS")
    answer = post()
    assert memory("VmHWM") - before < MOST_MEMORY
    return answer


def post_named(client, url, data, name):
    """Post a form whose file has this very `name`: Django's client would leave out folders."""
    body = encode_multipart(BOUNDARY, data).replace(PLACE.encode(), name.encode(), 1)
    return client.generic("POST", url, body, content_type=MULTIPART_CONTENT)


def files_below(root):
    return [path.relative_to(root).as_posix() for path in Path(root).rglob("*") if path.is_file()]


def in_dutch(text):
    """A whole sentence; what it quotes from the file may be in any language."""
    return text.strip().endswith(".") and not ENGLISH.search(QUOTED.sub("", text))


def test_the_corpus_is_as_large_as_it_has_to_be():
    kinds = {kind.split(":")[0] for kind, *_ in DOCUMENTS + PICTURES}
    assert len({make() for _, _, make, _ in DOCUMENTS + PICTURES}) >= 120
    assert len(kinds) >= 16


@pytest.mark.once
@pytest.mark.parametrize("specimen", DOCUMENTS, ids=named)
def test_a_hostile_document(editor, settings, specimen):
    _, name, make, taken = specimen
    upload = SimpleUploadedFile(PLACE, make())
    url = reverse("admin:documents_document_add")
    response = within_memory(lambda: post_named(editor, url, document_form(upload), name))

    assert response.status_code in ((200, 302) if taken is None else (302,) if taken else (200,))
    if response.status_code == 200:
        assert_refused(response, settings.MEDIA_ROOT)
    else:
        assert_harmless(editor, settings.MEDIA_ROOT)


def assert_refused(response, root):
    formset = response.context["inline_admin_formsets"][0].formset
    messages = [message for form in formset.errors for field in form.values() for message in field]
    assert messages and all(map(in_dutch, messages)), messages
    assert not Document.objects.exists() and not DocumentFile.objects.exists()
    assert files_below(root) == []


def assert_harmless(client, root):
    file = DocumentFile.objects.get()
    allowed = {file.file.name, file.preview.name} - {""}
    assert re.fullmatch(r"documents/[0-9a-f]{2}/[0-9a-f]{64}\.(pdf|pptx|docx|xlsx)", file.file.name)
    assert set(files_below(root)) == allowed
    answer = client.get(file.get_staff_url())
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] in ("application/pdf",) or answer["Content-Disposition"].startswith("attachment")
    assert client.get(f"/beheer/documents/document/{file.content.document_id}/change/").status_code == 200


@pytest.mark.parametrize("specimen", PICTURES, ids=named)
def test_a_hostile_picture(editor, folder, settings, specimen):
    _, name, make, taken = specimen
    upload = SimpleUploadedFile(PLACE, make())
    url = reverse("admin:filer-ajax_upload", args=(folder.pk,))
    answer = within_memory(lambda: post_named(editor, url, {"file": upload}, name))

    assert answer.status_code in ((200, 400) if taken is None else (200,) if taken else (400,))
    if answer.status_code == 400:
        error = answer.json()["error"]
        assert in_dutch(error), error
        assert not File.objects.exists()
        assert files_below(settings.MEDIA_ROOT) == []
    else:
        assert_harmless_picture(editor)


def assert_harmless_picture(client):
    picture = Picture.objects.get()
    assert ".." not in picture.file.name and "\0" not in picture.file.name
    answer = client.get(picture.file.url)
    assert answer["Content-Type"] in ("image/jpeg", "image/png", "image/webp")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_document_that_is_too_large(editor, settings):
    settings.UPLOAD_MAX_BYTES = 100
    upload = SimpleUploadedFile("x.pdf", pdf_bytes())
    assert_refused(editor.post(reverse("admin:documents_document_add"), document_form(upload)), settings.MEDIA_ROOT)
