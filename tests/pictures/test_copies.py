"""Copies are made at the upload, in a confined process; readers get what is there."""

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from filer.models import Folder
from PIL import Image

from news.models import NewsContent
from pictures import copies
from pictures.copies import missing_copies
from pictures.derivatives import folder_of, nearest, widths_for
from pictures.models import Picture
from tests.factories import NewsContentFactory, UserFactory, image_bytes, press_picture
from tests.hostile.test_corpus import forget_peak, memory
from tests.pictures.measured import large_picture
from tests.pictures.test_metadata import picture_of

pytestmark = pytest.mark.django_db
MEGABYTE = 1024 * 1024


@pytest.fixture
def writer(client):
    user = UserFactory(roles=["Redacteur"])
    client.force_login(user)
    return user


@pytest.fixture
def upload(client, writer, django_capture_on_commit_callbacks):
    """Upload a picture as an editor does; the transaction ends."""
    folder = Folder.objects.create(name="Beelden")

    def post(data, name="heide.png"):
        url = reverse("admin:filer-ajax_upload", args=(folder.pk,))
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(url, {"file": SimpleUploadedFile(name, data)})

    return post


def shown(**fields):
    """A picture of 1280 pixels that readers see."""
    picture = press_picture(file=ContentFile(image_bytes(1280, 800), name="heide.png"), **fields)
    NewsContentFactory(picture=picture, state="published")
    return picture


def names(picture):
    return {path.name for path in folder_of(picture).iterdir()}


def test_an_upload_makes_every_copy_that_readers_may_ask_for(upload):
    assert "error" not in upload(image_bytes(1280, 800)).json()
    picture = Picture.objects.get()

    assert missing_copies(picture) == {}
    widths = {f"{width}.{extension}" for width in (320, 640, 768, 960, 1280) for extension in ("jpg", "avif")}
    assert names(picture) == widths | {"card-middle.rgb"}


def test_what_is_free_to_reuse_has_its_cleaned_original_as_well():
    assert "original.png" in names(press_picture())


def test_a_large_picture_with_transparency_takes_little_memory(upload, client):
    """A PNG of 170 kB took 890 MB for one small copy, in the process that serves readers."""
    data = large_picture().getvalue()
    forget_peak()
    before = memory("VmRSS")
    assert "error" not in upload(data).json()
    picture = Picture.objects.get()
    NewsContentFactory(picture=picture, state="published")
    assert client.get(picture.address(320, "jpg")).status_code == 200
    assert client.get(reverse("admin:filer-directory_listing", args=(picture.folder_id,))).status_code == 200

    assert memory("VmHWM") - before < 100 * MEGABYTE


def test_the_process_that_makes_them_takes_little_memory():
    measured = subprocess.run([sys.executable, "-m", "tests.pictures.measured"], capture_output=True, check=True)

    assert int(measured.stdout) < 300


def test_what_takes_more_than_there_is_for_a_picture_is_refused_with_a_sentence(upload):
    data = io.BytesIO()
    Image.new("RGBA", (6300, 6300), (1, 2, 3, 90)).save(data, "WEBP", lossless=True)
    answer = upload(data.getvalue(), "groot.webp")

    assert answer.status_code == 400
    assert answer.json()["error"] == "De foto “groot.webp” is te zwaar om te openen. Maak ze eerst kleiner."
    assert not Picture.objects.exists()


def widths_there(picture, *widths):
    for path in folder_of(picture).iterdir():
        if path.stem.isdecimal() and int(path.stem) not in widths:
            path.unlink()


@pytest.mark.parametrize(
    ("there", "asked", "got"), [((640, 1280), 320, 640), ((320, 640), 1280, 640), ((320, 1280), 768, 1280)]
)
def test_a_reader_gets_the_nearest_copy_while_one_is_missing(client, there, asked, got):
    picture = shown()
    widths_there(picture, *there)

    answer = client.get(picture.address(asked, "jpg"))
    assert answer["Cache-Control"] == "public, max-age=60"
    assert b"".join(answer) == (folder_of(picture) / f"{got}.jpg").read_bytes()


def test_a_reader_gets_another_format_rather_than_nothing(client):
    picture = shown()
    for path in folder_of(picture).glob("*.avif"):
        path.unlink()

    answer = client.get(picture.address(320, "avif"))
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")


def test_without_any_copy_there_is_nothing_and_nothing_is_made(client):
    picture = shown()
    folder = folder_of(picture)
    shutil.rmtree(folder)

    assert client.get(picture.address(320, "jpg")).status_code == 404
    item = NewsContent.everything.get(picture=picture).news_item
    assert client.get(reverse("page-card", args=[f"nieuws/{item.slug}"])).status_code == 200
    assert not folder.exists()


def test_the_command_makes_what_a_restore_or_a_new_width_left_out(client):
    picture, other = shown(), shown(name="Andere")
    shutil.rmtree(folder_of(picture))
    widths_there(other, 320, 640)
    call_command("make_picture_copies")

    for each in (picture, other):
        each.refresh_from_db()
        assert missing_copies(each) == {}
        assert client.get(each.address(1280, "avif"))["Cache-Control"] == "public, max-age=3600"


def test_the_command_does_nothing_where_nothing_is_missing():
    picture = shown()
    before = {path.name: path.stat().st_mtime_ns for path in folder_of(picture).iterdir()}
    call_command("make_picture_copies")

    assert {path.name: path.stat().st_mtime_ns for path in folder_of(picture).iterdir()} == before


def test_a_missing_original_is_named_and_holds_up_no_other(capsys):
    lost, kept = shown(name="Verloren"), shown(name="Bewaard")
    for each in (lost, kept):
        shutil.rmtree(folder_of(each), ignore_errors=True)
    Path(lost.file.path).unlink()
    call_command("make_picture_copies")

    assert "Verloren" in capsys.readouterr().err
    assert missing_copies(kept) == {}


def test_readers_get_the_former_copies_until_those_with_other_words_are_there(
    client, django_capture_on_commit_callbacks
):
    picture = shown(credit="Eerste Naam")
    address = picture.address(640, "jpg")
    picture.credit = "Tweede Naam"
    with django_capture_on_commit_callbacks() as at_the_end:
        picture.save()
    assert b"Eerste Naam" in b"".join(client.get(address))

    for act in at_the_end:
        act()
    answer = b"".join(client.get(address))
    assert b"Tweede Naam" in answer and b"Eerste Naam" not in answer


def test_a_picture_that_lies_on_its_side_has_the_size_that_people_see():
    picture = picture_of("JPEG")

    assert (picture.width, picture.height) == (300, 400)
    assert widths_for(picture) == [300]
    assert nearest(picture, 300, "jpg").width == 300


def test_one_picture_at_a_time_is_decoded_on_a_machine(settings):
    with copies.one_at_a_time():
        second = subprocess.run(["flock", "--nonblock", settings.MEDIA_ROOT / "derivatives", "true"], check=False)
    assert second.returncode == 1
