"""Uploads are judged by their content, never by their name."""

import os

from django.conf import settings
from django.utils.translation import gettext as _
from filer.validation import FileValidationError

from files.turns import TooBusy

from .copies import trial
from .formats import ORIGINALS


def validate_picture_upload(file_name, file, owner, mime_type):
    """Raise filer's FileValidationError for what is not a whole picture of a kind and size that we take."""
    if size_of(file) > settings.UPLOAD_MAX_BYTES:
        limit = settings.UPLOAD_MAX_BYTES // 1024 // 1024
        raise FileValidationError(_("“%(name)s” is larger than %(limit)d MB.") % {"name": file_name, "limit": limit})
    try:
        found = trial(file)
    except TooBusy:
        raise FileValidationError(
            _("“%(name)s” was not taken: others are sending pictures at this moment. Send it again in a minute.")
            % {"name": file_name}
        ) from None
    if found.get("refused") == "large":
        limit = settings.FILER_MAX_IMAGE_PIXELS // 1_000_000
        raise FileValidationError(
            _("The picture has more than %(limit)d megapixels. Make it smaller first.") % {"limit": limit}
        )
    # Nothing is found where it was stopped.
    if not found or found.get("refused") == "heavy":
        raise FileValidationError(_("“%(name)s” takes too much to open. Make it smaller first.") % {"name": file_name})
    if "format" not in found:
        raise FileValidationError(_("“%(name)s” is not a picture that we can read.") % {"name": file_name})
    if ORIGINALS[found["format"]][1] != mime_type:
        raise FileValidationError(_("The content of “%(name)s” does not match its extension.") % {"name": file_name})


def size_of(file):
    """Bytes in an open file; filer passes Django's files and bare ones."""
    size = file.seek(0, os.SEEK_END) or file.tell()
    file.seek(0)
    return size
