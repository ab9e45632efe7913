"""A file or a picture goes from every version and every folder; readers see that it was removed."""

import io
import zipfile
from pathlib import Path

import pytest
from cms.api import add_plugin
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse
from djangocms_versioning.models import Version

from documents.models import DocumentFile, FormerFile
from erasure.models import Erasure
from news.models import NewsContent, Photo
from pages.models import PictureBlock
from pictures.derivatives import nearest
from pictures.models import Picture
from tests.factories import (
    DocumentContentFactory,
    NewsContentFactory,
    PictureFactory,
    add_file,
    cms_page,
    image_bytes,
    pdf_bytes,
    press_picture,
    printed_pdf_bytes,
)

from .looking import backed_up, restore, words_in_database

pytestmark = pytest.mark.django_db(transaction=True)

SCREEN, LIST = reverse("admin:erasure_erasure_add"), reverse("admin:erasure_erasure_changelist")
WORDS = "Vertrouwelijkewoorden"
SENTENCE = "Dit bestand is verwijderd."


def form(kind, sought, **fields):
    return {"kind": kind, "sought": sought, "ground": "maker"} | fields


def erase(client, kind, sought):
    found = client.post(SCREEN, form(kind, sought)).context["found"]["options"]
    assert len(found) == 1
    return client.post(SCREEN, form(kind, sought, confirmed="1", chosen=[found[0].value]))


def files_like(bytes_, *folders):
    return [path for folder in folders for path in folder.rglob("*") if path.is_file() and path.read_bytes() == bytes_]


def bytes_of(row):
    return Path(row.file.path).read_bytes()


def files_below(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.fixture
def document(keeper):
    """Published, with a draft after it, and a former file with other bytes."""
    content = DocumentContentFactory(document__slug="advies-1", title="Advies 1")
    add_file(content, pdf_bytes(2), "eerste.pdf")
    content.versions.get().publish(keeper)
    second = content.versions.get().copy(keeper).content
    second.title, second.change_note = "Advies 1 bis", "Een andere tekst."
    second.save()
    second.files.all().delete()
    add_file(second, printed_pdf_bytes(WORDS), "tweede.pdf")
    Version.objects.get_for_content(second).publish(keeper)
    Version.objects.get_for_content(second).copy(keeper)
    return second


@pytest.fixture
def picture(keeper):
    """In a published item and its draft, as a photo and as a block."""
    shown = press_picture(name="Portret van iemand")
    content = NewsContentFactory(news_item__slug="foto", picture=shown, kind="press_release")
    Photo.objects.create(content=content, picture=shown)
    content.versions.get().publish(keeper)
    content.versions.get().copy(keeper)
    add_plugin(cms_page().placeholders.get(slot="content"), "PicturePlugin", "nl", picture=shown)
    assert shown.thumbnails
    return shown


def test_a_file_goes_from_every_version_and_its_address_says_so(client, document, settings):
    file = document.files.get()
    bytes_, preview = bytes_of(file), file.preview.path
    thrown = settings.TRASH_ROOT / "2026-11-01T00.00.00.000000Z" / "documents" / "x.pdf"
    thrown.parent.mkdir(parents=True)
    thrown.write_bytes(bytes_)
    assert erase(client, "file", "advies 1 bis").url == LIST

    answer = client.get("/documenten/advies-1/advies-1.pdf")
    assert answer.status_code == 410 and SENTENCE in answer.content.decode()
    assert files_like(bytes_, settings.MEDIA_ROOT, settings.TRASH_ROOT) == []
    assert preview not in map(str, files_below(settings.MEDIA_ROOT))
    assert words_in_database(WORDS) == []
    assert SENTENCE in client.get("/documenten/advies-1/").content.decode()
    assert SENTENCE in client.get("/documenten/").content.decode()
    assert {file.outline for file in DocumentFile.objects.filter(content__title="Advies 1 bis")} == {None}
    assert client.get("/documenten/advies-1/v1/advies-1.pdf").status_code == 200, "other bytes stay"


def test_a_former_file_goes_from_the_published_and_the_former_version(client, document, settings):
    former = FormerFile.objects.get()
    bytes_ = bytes_of(former)
    assert erase(client, "file", "v1").url == LIST

    assert client.get("/documenten/advies-1/v1/advies-1.pdf").status_code == 410
    assert SENTENCE in client.get("/documenten/advies-1/").content.decode()
    assert files_like(bytes_, settings.MEDIA_ROOT, settings.TRASH_ROOT) == []
    assert client.get("/documenten/advies-1/advies-1.pdf").status_code == 200


def test_a_kit_and_a_feed_leave_an_erased_file_out(client, keeper, document):
    content = NewsContentFactory(news_item__slug="bericht", kind="press_release")
    content.attachments.create(document=document.document)
    content.versions.get().publish(keeper)
    address = document.files.get().get_absolute_url()
    assert address in client.get(reverse("press:feed")).content.decode()
    erase(client, "file", "bis")

    kit = zipfile.ZipFile(io.BytesIO(b"".join(client.get("/nieuws/bericht/persmap.zip").streaming_content)))
    assert not [name for name in kit.namelist() if name.endswith(".pdf")]
    assert address not in client.get(reverse("press:feed")).content.decode()


def test_a_picture_goes_from_every_version_and_leaves_no_copy(client, picture, settings):
    original = bytes_of(picture)
    copy = nearest(picture, 320, "jpg").path
    assert erase(client, "picture", "Portret van").url == LIST

    assert not Picture.objects.exists() and not Photo.objects.exists() and not PictureBlock.objects.exists()
    assert not NewsContent.everything.filter(picture__isnull=False).exists()
    assert not copy.exists()
    assert files_like(original, settings.MEDIA_ROOT, settings.TRASH_ROOT) == []
    assert files_below(settings.MEDIA_ROOT / "picture-thumbnails") == []
    assert client.get("/nieuws/foto/").status_code == 200
    assert client.get(picture.address(320, "jpg")).status_code == 404


def test_the_same_picture_that_was_uploaded_twice_goes_twice_and_others_stay(client, picture):
    PictureFactory(name="Dezelfde")
    other = PictureFactory(file=ContentFile(image_bytes(color="#ffffff"), name="wit.png"))
    erase(client, "picture", picture.address(320, "jpg"))

    assert Picture.objects.get() == other and other.file.read()


@pytest.mark.parametrize("kind", ["file", "picture"])
def test_a_restored_back_up_loses_it_again_rows_and_bytes(client, document, picture, settings, kind):
    thing = document.files.get() if kind == "file" else picture
    bytes_, path = bytes_of(thing), Path(thing.file.path)
    kept = backed_up()
    erase(client, kind, "advies 1 bis" if kind == "file" else "Portret")
    restore(kept)
    assert thing._meta.model.objects.filter(file=thing.file.name).exists()
    call_command("repeat_erasures")
    assert not thing._meta.model.objects.filter(file=thing.file.name).exists()

    # The files come back alone.
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(bytes_)
    call_command("repeat_erasures")
    assert files_like(bytes_, settings.MEDIA_ROOT, settings.TRASH_ROOT) == []


def test_what_was_carried_out_is_not_carried_out_twice(client, document, capsys):
    erase(client, "file", "advies 1 bis")
    call_command("repeat_erasures")
    assert capsys.readouterr().out == ""
    call_command("repeat_erasures", "--all")
    assert "1" in capsys.readouterr().out
    assert Erasure.objects.count() == 1


def test_nothing_is_erased_of_which_nobody_said_that_it_has_to_go(client, document):
    page = client.post(SCREEN, form("file", "advies", confirmed="1"))

    assert "Kruis aan wat weg moet." in page.content.decode()
    assert DocumentFile.objects.exclude(file="").count() == DocumentFile.objects.count()
    assert not Erasure.objects.exists()
