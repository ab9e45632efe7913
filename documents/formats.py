"""The kinds of files that are taken: recognised by their content, opened, counted."""

import hashlib
import zipfile

import filetype
import pypdfium2
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pptx import Presentation
from pptx.exc import PythonPptxError

# An Office file is a zip: what it unfolds to is bounded before anything reads it.
MAX_UNPACKED_RATIO = 100
OFFICE_ERRORS = (PythonPptxError, zipfile.BadZipFile, KeyError, ValueError, AttributeError, SyntaxError, OSError)


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
    """Return format, size in bytes, pages (or None) and SHA-256 of an uploaded `file`.

    Raises ValidationError, with a sentence for the editor, for what is too large, not of a kind that is
    taken, not what its name says, or broken.
    """
    if file.size > settings.UPLOAD_MAX_BYTES:
        limit = settings.UPLOAD_MAX_BYTES // 1024 // 1024
        raise ValidationError(_("The file is larger than %(limit)d MB.") % {"limit": limit})
    found = recognise(file)
    if not file.name.lower().endswith(f".{found}"):
        raise ValidationError(_("The content of “%(name)s” does not match its extension.") % {"name": file.name})
    return {"format": found, "size": file.size, "pages": count_pages(file, found), "checksum": checksum(file)}


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


def count_pages(file, found):
    """Pages of a pdf or slides of a pptx, None for other kinds; raises ValidationError for a broken file."""
    broken = ValidationError(gettext_lazy("The file is broken or protected: it cannot be opened."))
    try:
        if found == Format.PDF:
            with pypdfium2.PdfDocument(file.read()) as pdf:
                return len(pdf) or None
        refuse_zip_bomb(file)
        return len(Presentation(file).slides) if found == Format.PPTX else None
    except (pypdfium2.PdfiumError, *OFFICE_ERRORS) as error:
        if isinstance(error, ValidationError):
            raise
        raise broken from error
    finally:
        file.seek(0)


def refuse_zip_bomb(file):
    with zipfile.ZipFile(file) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > max(MAX_UNPACKED_RATIO * file.size, settings.UPLOAD_MAX_BYTES):
            raise ValidationError(_("The file unpacks to more than we take."))
        if (bad := archive.testzip()) is not None:
            raise zipfile.BadZipFile(bad)


def checksum(file):
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return digest
