"""Copies are made at the upload, in a confined process; readers get what is there."""

import io
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from filer.models import Folder
from PIL import ExifTags, Image

from files.turns import folder_of_the_machine, locked
from news.models import NewsContent
from pictures import copies
from pictures.cards import cropped
from pictures.copies import missing_copies
from pictures.derivatives import folder_of, nearest, widths_for
from pictures.downloads import downloads
from pictures.models import Picture
from pictures.shrinking import upright
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


@pytest.mark.parametrize("orientation", [0, 1, 9, 65535])
def test_an_orientation_that_is_none_turns_nothing(orientation):
    exif, file = Image.Exif(), io.BytesIO()
    exif[ExifTags.Base.Orientation] = orientation
    Image.new("RGB", (3200, 400)).save(file, "JPEG", exif=exif)

    assert upright(Image.open(file), 320).size == (400, 50)


@contextmanager
def busy():
    """The turn, held as another process of the site holds it."""
    descriptor = locked(folder_of_the_machine(), "pictures-turn-1")
    try:
        yield
    finally:
        os.close(descriptor)


def test_who_sends_a_picture_while_others_do_is_told_so_and_loses_no_time(upload, monkeypatch):
    monkeypatch.setattr("pictures.copies.PICTURES", replace(copies.PICTURES, longest_wait=0.2))
    with busy():
        answer = upload(image_bytes())
    assert answer.status_code == 400
    assert "anderen sturen op dit moment foto’s" in answer.json()["error"]
    assert not Picture.objects.exists()
    assert "error" not in upload(image_bytes()).json()


def test_no_upload_waits_as_long_as_others_wait_for_the_write_lock():
    most = settings.DATABASES["default"].get("OPTIONS", {}).get("timeout", 20)
    assert copies.PICTURES.longest_wait + copies.LONGEST_TRIAL < most


def test_copies_for_which_there_was_no_turn_are_made_by_the_command(monkeypatch, django_capture_on_commit_callbacks):
    picture = shown()
    shutil.rmtree(folder_of(picture))
    monkeypatch.setattr("pictures.copies.PICTURES", replace(copies.PICTURES, longest_wait=0.2))
    with busy(), django_capture_on_commit_callbacks(execute=True):
        picture.save()
    assert missing_copies(picture)

    call_command("make_picture_copies")
    assert missing_copies(picture) == {}


def test_at_the_first_start_there_is_one_copy_of_each_picture_and_every_address_answers(client):
    picture = shown()
    shutil.rmtree(folder_of(picture))
    call_command("make_picture_copies", first=True)

    assert names(picture) == {"960.jpg"}
    for width, extension in [(320, "avif"), (1280, "jpg")]:
        assert client.get(picture.address(width, extension))["Cache-Control"] == "public, max-age=60"
    call_command("make_picture_copies")
    assert missing_copies(picture) == {}


def test_the_demonstration_is_loaded_with_one_copy_of_each_picture(django_capture_on_commit_callbacks):
    with copies.first_copies_alone(), django_capture_on_commit_callbacks(execute=True):
        picture = Picture.objects.create(file=ContentFile(image_bytes(1280, 800), name="a.png"), default_alt_text="A")

    assert names(Picture.objects.get(pk=picture.pk)) == {"960.jpg"}


def put_another_file(picture, **size):
    picture.file = ContentFile(image_bytes(color="#1d5038", **size), name="ander.png")
    picture.save()


def test_readers_keep_the_former_file_at_its_address_until_the_new_one_is_copied(client):
    picture = shown(reusable=True)
    address, download = picture.address(1280, "jpg"), downloads(picture)[0].get_absolute_url()
    before = b"".join(client.get(address))
    put_another_file(picture, width=640, height=400)
    picture = Picture.objects.get()

    assert picture.address(640, "jpg").rsplit("/", 1)[0] == address.rsplit("/", 1)[0]
    for url in (address, picture.address(640, "avif"), download, downloads(picture)[0].get_absolute_url()):
        assert client.get(url).status_code == 200, url
    assert b"".join(client.get(address)) == before
    assert cropped(picture).getpixel((9, 9))[0] > 90, "the card as well"

    call_command("make_picture_copies")
    picture = Picture.objects.get()
    after = client.get(picture.address(640, "jpg"))
    assert picture.address(640, "jpg") != address
    assert Image.open(io.BytesIO(b"".join(after))).getpixel((9, 9))[0] < 60


def test_a_former_file_stays_where_the_new_one_can_not_be_copied(client):
    picture = shown()
    address = picture.address(640, "jpg")
    put_another_file(picture)
    Path(picture.file.path).unlink()
    call_command("make_picture_copies")
    call_command("remove_unused_files", delete=True, days=0, verbosity=0)

    assert client.get(address).status_code == 200
