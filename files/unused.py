"""Files that nothing needs any more: bytes that no row names, uploads that were never finished, copies of what is gone.

What a file field of any model names is in use. The rooms that make copies register which of these are; this room knows
none of them.
"""

import errno
import time
from pathlib import Path

from django.conf import settings

from .fields import models_with_files, storages_of
from .trash import throw_away

_copies = {}


def register_copies(folder):
    """Register a function for `folder`, below MEDIA_ROOT, of files that can be made again at any time.

    It returns a test of a path, relative to MEDIA_ROOT: whether this copy is in use.
    """

    def register(in_use):
        _copies[folder] = in_use
        return in_use

    return register


BEING_WRITTEN = 1 / 24  # days


def unused_files(days):
    """Paths of the files that were written more than `days` days ago and are in use nowhere.

    The age is what keeps an upload safe whose row is not committed yet; what is being written has an hour at least. The
    folder is read before the rows are: an old file is named by new rows only where a row names it already.
    """
    paths = Path(settings.MEDIA_ROOT).rglob("*")
    old = [path for path in paths if is_older(path, max(days, BEING_WRITTEN) if is_passing(path) else days)]
    named, copies = named_by_rows(), {folder: in_use() for folder, in_use in _copies.items()}
    for path in sorted(old):
        used = copies[folder_of(path)](path.relative_to(settings.MEDIA_ROOT)) if is_copy(path) else path in named
        if is_passing(path) or not used:
            yield path


def named_by_rows():
    """The paths that a file field of any row names."""
    return {
        Path(storage.path(name))
        for model, fields in models_with_files()
        for field in fields
        for name in model._base_manager.filter(**{f"{field.name}__gt": ""}).values_list(field.name, flat=True)
        for storage in storages_of(field)
    }


def folder_of(path):
    return path.relative_to(settings.MEDIA_ROOT).parts[0]


def is_copy(path):
    return folder_of(path) in _copies


def is_passing(path):
    """A hidden file is being written, or was never finished (files/storage.py)."""
    return path.name.startswith(".")


def is_older(path, days):
    try:
        return path.is_file() and path.stat().st_mtime < time.time() - days * 24 * 3600
    except FileNotFoundError:
        return False  # it was finished meanwhile


def remove(path):
    """Remove a copy, throw away what can't be made again; the folders that are empty without it go as well."""
    if is_copy(path) or is_passing(path):
        path.unlink(missing_ok=True)
    else:
        throw_away(path)
    remove_empty_folders(path)


def remove_empty_folders(path):
    """Those around `path`, up to the folder of its kind."""
    for folder in path.parents:
        if Path(settings.MEDIA_ROOT) in (folder, folder.parent):
            return
        try:
            folder.rmdir()
        except OSError as error:
            if error.errno == errno.ENOTEMPTY:
                return
            if error.errno != errno.ENOENT:
                raise
