"""The kinds of files that are taken: recognised by their content, and read in a process with limits."""

import hashlib

import filetype
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from files.confined import read_confined

from .findings import findings


class Format(models.TextChoices):
    """The value is the extension in the address."""

    PDF = "pdf", "pdf"
    PPTX = "pptx", "pptx"
    DOCX = "docx", "docx"
    XLSX = "xlsx", "xlsx"

    @property
    def media_type(self):
        office = "application/vnd.openxmlformats-officedocument."
        return {
            "pdf": "application/pdf",
            "pptx": office + "presentationml.presentation",
            "docx": office + "wordprocessingml.document",
            "xlsx": office + "spreadsheetml.sheet",
        }[self.value]


def inspect(file):
    """Return the fields of a DocumentFile for an uploaded `file`: what it is, what it says and how it looks.

    Raises ValidationError, with a sentence for the editor, for what is too large, not of a kind that is
    taken, not what its name says, or broken.
    """
    if file.size > settings.UPLOAD_MAX_BYTES:
        limit = settings.UPLOAD_MAX_BYTES // 1024 // 1024
        raise ValidationError(_("The file is larger than %(limit)d MB.") % {"limit": limit})
    found = recognise(file)
    if not file.name.lower().endswith(f".{found}"):
        raise ValidationError(_("The content of “%(name)s” does not match its extension.") % {"name": file.name})
    return {"format": found, "size": file.size, "checksum": checksum(file)} | read(file, found)


def recognise(file):
    """The Format of the bytes; raises ValidationError where it is none of ours."""
    file.seek(0)
    guess = filetype.guess_extension(file.read(8192))
    file.seek(0)
    if guess not in Format.values:
        taken = ", ".join(Format.values)
        raise ValidationError(
            _("The content of “%(name)s” is of a kind that is not taken. Use: %(taken)s.")
            % {"name": file.name, "taken": taken}
        )
    return Format(guess)


def read(file, found):
    """Pages, text and first page of a file of the format `found`; raises ValidationError for one that is refused."""
    return findings(read_confined("documents.reading", file, found))


def checksum(file):
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return digest
