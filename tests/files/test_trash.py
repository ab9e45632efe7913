"""A file goes from its place once the database has the change, and then into the trash."""

from contextlib import contextmanager

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.db.models.signals import post_delete, post_save
from django.urls import reverse

from files.storage import WholeFileStorage
from pictures.models import Picture
from tests.factories import PictureFactory, UserFactory, image_bytes

pytestmark = pytest.mark.django_db(transaction=True)

# Ends the connection at the commit itself, as a restart of the database does.
RESTART = """
    CREATE FUNCTION restart() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1); RETURN NULL; END';
    CREATE CONSTRAINT TRIGGER restart AFTER DELETE ON pictures_picture DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION restart();
"""


@pytest.fixture
def deleting(client):
    """A function that deletes a picture in the media library, as a person does."""
    client.raise_request_exception = False
    client.force_login(UserFactory(is_superuser=True))
    return lambda picture: (
        client.post(reverse("admin:pictures_picture_delete", args=(picture.pk,)), {"post": "yes"}).status_code
    )


@contextmanager
def broken_promise(signal):
    """Each change of a picture leaves a key that leads nowhere: both databases find that at the commit."""

    def break_it(instance, **kwargs):
        LogEntry.objects.create(user_id=999_999, object_repr="x", action_flag=1, change_message="")

    signal.connect(break_it, sender=Picture)
    yield
    signal.disconnect(break_it, sender=Picture)


def files_below(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_commit_that_fails_leaves_the_row_and_the_original(deleting, settings):
    picture = PictureFactory()
    with broken_promise(post_delete):
        assert deleting(picture) == 500

    assert Picture.objects.get() == picture
    assert picture.file.storage.exists(picture.file.name)
    assert files_below(settings.TRASH_ROOT) == []


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no server that could end")
def test_a_database_that_ends_during_the_commit_leaves_the_row_and_the_original(deleting):
    picture = PictureFactory()
    with connection.cursor() as cursor:
        cursor.execute(RESTART)
    try:
        assert deleting(picture) == 500
    finally:
        connection.close()
        with connection.cursor() as cursor:
            cursor.execute("DROP FUNCTION restart CASCADE")

    assert Picture.objects.get() == picture
    assert picture.file.storage.exists(picture.file.name)


def test_a_deleted_picture_lies_in_the_trash_in_its_own_folder(deleting, settings):
    picture = PictureFactory()
    original = settings.MEDIA_ROOT / "pictures" / picture.file.name
    bytes_ = original.read_bytes()
    assert deleting(picture) == 302

    assert not original.exists()
    (thrown,) = files_below(settings.TRASH_ROOT)
    assert thrown.read_bytes() == bytes_
    assert thrown.relative_to(settings.TRASH_ROOT).parts[1:] == original.relative_to(settings.MEDIA_ROOT).parts


def test_an_upload_stays_where_its_commit_fails_as_its_row_may_be_there_all_the_same(client, settings):
    client.raise_request_exception = False
    client.force_login(UserFactory(is_superuser=True))
    upload = {"file": SimpleUploadedFile("heide.png", image_bytes())}
    with broken_promise(post_save):
        assert client.post(reverse("admin:filer-ajax_upload"), upload).status_code == 500

    assert len(files_below(settings.MEDIA_ROOT / "pictures")) == 1


def test_what_the_storage_is_told_to_delete_stays_until_the_commit(settings):
    storage = WholeFileStorage()
    name = storage.save("a/b.txt", ContentFile(b"bytes"))
    with transaction.atomic():
        storage.delete(name)
        assert storage.exists(name)

    assert not storage.exists(name)
    assert len(files_below(settings.TRASH_ROOT)) == 1


def test_what_cannot_be_moved_stays_is_logged_and_fails_nobody(deleting, settings, caplog):
    picture = PictureFactory()
    settings.TRASH_ROOT.parent.joinpath("trash").write_text("in the way")

    assert deleting(picture) == 302
    assert not Picture.objects.exists()
    assert picture.file.storage.exists(picture.file.name)
    assert "on_commit" in caplog.text
