"""Whatever goes wrong in an upload: no row and no file is left."""

import errno

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from documents.models import Document
from files.storage import WholeFileStorage
from tests.factories import UserFactory, pdf_bytes
from tests.publication.test_admin import document_form

pytestmark = pytest.mark.django_db(transaction=True)


class DiskIsFull(ContentFile):
    def chunks(self, chunk_size=None):
        yield b"the first bytes"
        raise OSError(errno.ENOSPC, "No space left on device")


def files_below(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_full_disk_leaves_no_half_file(tmp_path):
    with pytest.raises(OSError, match="No space"):
        WholeFileStorage(location=tmp_path).save("a/b.pdf", DiskIsFull(b""))
    assert files_below(tmp_path) == []


def test_a_request_that_fails_after_its_upload_leaves_neither_row_nor_file(client, settings):
    """The database refuses the last step: the row of the administration's own log."""
    client.raise_request_exception = False
    client.force_login(UserFactory(is_superuser=True))
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE django_admin_log RENAME TO django_admin_log_away")
    try:
        response = client.post(
            reverse("admin:documents_document_add"), document_form(SimpleUploadedFile("x.pdf", pdf_bytes()))
        )
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE django_admin_log_away RENAME TO django_admin_log")

    assert response.status_code == 500
    assert not Document.objects.exists()
    assert files_below(settings.MEDIA_ROOT) == []
