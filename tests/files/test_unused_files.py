"""What nothing refers to goes from the disk, and nothing else does."""

import os
import time
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from filer.models import File

from files.trash import MOMENT
from pictures.cards import Card, card_file
from pictures.derivatives import nearest
from tests.factories import DocumentContentFactory, PictureFactory, add_file, image_bytes, pdf_bytes

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings):
    return settings.MEDIA_ROOT


def grow_old(folder, days=31):
    then = time.time() - days * 24 * 3600
    for path in folder.rglob("*"):
        if path.is_file():
            os.utime(path, (then, then))


def files(folder, name=""):
    return {path for path in (folder / name).rglob("*") if path.is_file()}


def run(capsys, *options):
    call_command("remove_unused_files", *options)
    return capsys.readouterr().out


def replaced_file():
    """A draft whose file was replaced: the rows of its published version and of the draft name others."""
    content = DocumentContentFactory(state="published")
    add_file(content, pdf_bytes(1), "x.pdf")
    draft = content.versions.get().copy(content.versions.get().created_by).content
    draft.files.all().delete()
    unused = add_file(draft, pdf_bytes(2), "x.pdf")
    names = {unused.file.path, unused.preview.path}
    unused.delete()
    add_file(draft, pdf_bytes(3), "x.pdf")
    return names


def test_the_bytes_that_no_version_names_are_named_first_and_then_removed(capsys, folder):
    unused = replaced_file()
    grow_old(folder)
    before = files(folder)

    assert unused < set(run(capsys).splitlines())
    assert files(folder) == before

    assert "Files: 2," in run(capsys, "--delete")
    assert {str(path) for path in before - files(folder)} == unused
    assert "Files: 0," in run(capsys, "--delete")


def test_what_was_written_lately_stays(capsys, folder):
    replaced_file()
    grow_old(folder, days=29)

    assert "Files: 0," in run(capsys, "--delete")
    assert "Files: 2," in run(capsys, "--delete", "--days", "28")


@pytest.mark.parametrize("state", ["draft", "published", "unpublished", "archived"])
def test_the_file_of_a_version_stays_whatever_its_state(capsys, folder, state):
    file = add_file(DocumentContentFactory(state=state), pdf_bytes(), "x.pdf")
    grow_old(folder)

    assert "Files: 0," in run(capsys, "--delete")
    assert file.file.read().startswith(b"%PDF")


def test_an_original_that_a_new_file_replaced_and_an_upload_without_a_row_go_to_the_trash(capsys, folder, settings):
    picture = PictureFactory()
    replaced = folder / "pictures" / picture.file.name
    picture.file = ContentFile(image_bytes(color="#ffffff"), name="wit.png")
    picture.save()
    File.objects.create(file=ContentFile(b"%PDF", name="x.pdf"), original_filename="x.pdf")
    lost = folder / "pictures" / "ab" / "without-a-row.png"
    lost.parent.mkdir()
    lost.write_bytes(b"bytes")
    (folder / "pictures" / ".upload-x1y2").write_bytes(b"half")
    grow_old(folder)
    run(capsys, "--delete")

    assert {path.name for path in files(folder, "pictures")} == {
        path.rpartition("/")[2] for path in File.objects.values_list("file", flat=True)
    }
    assert {path.relative_to(settings.TRASH_ROOT).parts[1:] for path in files(settings.TRASH_ROOT)} == {
        path.relative_to(folder).parts for path in (replaced, lost)
    }


def test_the_trash_is_emptied_of_what_went_into_it_more_than_thirty_days_ago(capsys, settings):
    now = datetime.now(UTC)
    moments = [(now - timedelta(days=days)).strftime(MOMENT) for days in (29, 31)]
    for moment in moments:
        (settings.TRASH_ROOT / moment / "pictures").mkdir(parents=True)
        (settings.TRASH_ROOT / moment / "pictures" / "x.png").write_bytes(b"bytes")

    assert moments[1] in run(capsys) and len(files(settings.TRASH_ROOT)) == 2
    run(capsys, "--delete", "--days", "1")
    assert [path.name for path in settings.TRASH_ROOT.iterdir()] == moments[:1]


def test_thumbnails_of_the_media_library_stay_as_long_as_it_knows_them(capsys, folder):
    picture = PictureFactory()
    assert picture.thumbnails
    known = files(folder, "picture-thumbnails")
    stray = folder / "picture-thumbnails" / "stray.png"
    stray.write_bytes(b"bytes")
    grow_old(folder)
    run(capsys, "--delete")

    assert known and files(folder, "picture-thumbnails") == known


def test_copies_go_with_their_picture_and_leave_no_empty_folder(capsys, folder):
    kept = nearest(PictureFactory(), 320, "jpg").path
    gone = PictureFactory(file=ContentFile(image_bytes(color="#ffffff"), name="wit.png"))
    copies = [nearest(gone, 320, extension).path for extension in ("jpg", "avif")]
    gone.delete()
    grow_old(folder)
    run(capsys, "--delete")

    assert kept.exists()
    assert not copies[0].parent.exists()


def test_cards_and_what_was_never_finished_go(capsys, folder):
    card = card_file(Card(site="ERSV", title="Een kaart"))
    kept = nearest(PictureFactory(), 320, "jpg").path
    unfinished = kept.parent / ".derivative-x1y2"
    unfinished.write_bytes(b"half")
    grow_old(folder)
    run(capsys, "--delete")

    assert not card.exists()
    assert not unfinished.exists()
    assert kept.exists()
    assert card_file(Card(site="ERSV", title="Een kaart")).exists()
