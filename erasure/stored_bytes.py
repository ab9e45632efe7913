"""Files by their bytes: which rows have them, and where they lie on disk."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models
from filer.models import File

from files.fields import models_with_files, storages_of
from files.unused import named_by_rows, remove_empty_folders

from .columns import Table, is_json
from .names import REMOVED
from .relations import take_away

# The columns that rows know their bytes by, and the hash in them.
HASHES = {"checksum": "sha256", "sha1": "sha1"}


def mark_of(path):
    """What the list of erasures keeps of a file: nothing of it can be made from that."""
    found = {"size": Path(path).stat().st_size}
    with open(path, "rb") as file:
        found["sha256"] = hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0)
        found["sha1"] = hashlib.file_digest(file, "sha1").hexdigest()
    return found


def everywhere(marks):
    """(path, mark) of the files with the bytes of one of `marks`: in use, forgotten, thrown away or passing."""
    roots = (settings.MEDIA_ROOT, settings.TRASH_ROOT, settings.DATA_DIR)
    sizes = {mark["size"] for mark in marks}
    for path in {path for root in roots if sizes for path in Path(root).rglob("*")}:
        if path.is_file() and path.stat().st_size in sizes and (found := mark_of(path)) in marks:
            yield path, found


def rows_with(mark):
    """The rows whose file has these bytes; also where only the row came back."""
    paths = {path for path, _mark in everywhere([mark])}
    for model, fields in models_with_files():
        known = models.Q(pk__in=[])
        for column, name in HASHES.items():
            if any(field.name == column for field in model._meta.local_fields):
                known |= models.Q(**{column: mark[name]})
        for field in fields:
            known |= models.Q(**{f"{field.name}__in": [name for path in paths for name in names_in(field, path)]})
        yield from model._base_manager.filter(known)


def names_in(field, path):
    """What a row of `field` calls the file at `path`, in each storage of the field."""
    for storage in storages_of(field):
        if path.is_relative_to(storage.path("")):
            yield path.relative_to(storage.path("")).as_posix()


def erase_rows(mark):
    """Take the file out of every row; returns the paths that go from the disk with it, once the database has this.

    A picture's row is the picture. Other rows stay, to say that there was a file; what was read in it goes.
    """
    paths = []
    for row in rows_with(mark):
        if isinstance(row, File):
            forget_in_log(row)
            take_away(row)
        else:
            paths += empty(row)
    return paths


def empty(row):
    table, paths = Table(type(row)), []
    for field in table.fields:
        if isinstance(field, models.FileField):
            paths += [Path(file.path) for file in [getattr(row, field.name)] if file]
            table.update(field, row.pk, "")
        elif is_json(field):
            table.update(field, row.pk, None if field.null else "{}")
    return [path for path in paths if path.is_file()]


def forget_in_log(row):
    """The log of the administration keeps what a picture was called."""
    kinds = ContentType.objects.get_for_models(*{File, type(row)}).values()
    lines = LogEntry.objects.filter(content_type__in=kinds, object_id=str(row.pk))
    lines.update(object_repr=REMOVED, change_message="")


def remove_from_disk(marks, paths=()):
    """Without the trash. Another row may share a path of those that were named beside the bytes."""
    left = [path for path in paths if path not in named_by_rows()]
    for path in [*left, *(path for path, _mark in everywhere(marks))]:
        path.unlink(missing_ok=True)
        remove_empty_folders(path)
