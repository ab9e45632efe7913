"""A file that was sent and waits for an answer to a question: kept under a name that only our signature opens."""

import secrets
from pathlib import Path

from django.conf import settings
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from .storage import WholeFileStorage
from .unused import register_copies, remove

FOLDER, FIELD = "waiting", "waiting_file"
SALT, SECONDS = "files.waiting", 24 * 3600


def storage():
    return WholeFileStorage(location=settings.MEDIA_ROOT)


def keep(field, file):
    """Keep `file`, that was sent for `field`; returns what gives it back."""
    file.open()
    name = storage().save(f"{FOLDER}/{secrets.token_urlsafe(24)}", file)
    return signing.dumps([field, name, file.name, file.content_type], salt=SALT)


def give_back(request):
    """Put what waited where the form expects it. What is too old, or not signed by us, is no file."""
    for token in request.POST.getlist(FIELD):
        try:
            field, name, original_name, content_type = signing.loads(token, salt=SALT, max_age=SECONDS)
            file = storage().open(name)
        except (signing.BadSignature, FileNotFoundError):
            continue
        request.FILES.appendlist(field, UploadedFile(file, original_name, content_type, file.size))
        transaction.on_commit(lambda name=name: remove(Path(storage().path(name))))


@register_copies(FOLDER)
def nothing_that_waited_for_days():
    """Who sent it has it still."""
    return lambda path: False
