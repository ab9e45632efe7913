"""Files that nothing needs any more: bytes that no version names, copies of pictures that are gone.

The rooms that keep files register what is in use; this room knows none of them. Originals of pictures are not among
these: the media library removes them with their row.
"""

import time
from pathlib import Path

from django.conf import settings

_uses = {}


def register_use(folder):
    """Register a function for `folder`, below MEDIA_ROOT: it returns a test of a path, relative to MEDIA_ROOT."""

    def register(in_use):
        _uses[folder] = in_use
        return in_use

    return register


def unused_files(days):
    """Paths of the files that were written more than `days` days ago and are in use nowhere.

    The age is what keeps an upload safe whose row is not committed yet. The folder is read before the rows are: an
    old file is named by new rows only where a row names it already.
    """
    for folder, in_use in sorted(_uses.items()):
        old = [path for path in Path(settings.MEDIA_ROOT, folder).rglob("*") if is_older(path, days)]
        used = in_use()
        for path in sorted(old):
            # A hidden file was never finished (files/storage.py).
            if path.name.startswith(".") or not used(path.relative_to(settings.MEDIA_ROOT)):
                yield path


def is_older(path, days):
    return path.is_file() and path.stat().st_mtime < time.time() - days * 24 * 3600


def remove(path):
    """Remove a file, and the folders that are empty without it."""
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder.parent == Path(settings.MEDIA_ROOT) or any(folder.iterdir()):
            return
        folder.rmdir()
