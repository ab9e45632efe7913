"""Files that staff upload: whole or not at all."""

import os
import tempfile
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from django.conf import settings
from django.core.files.move import file_move_safe
from django.core.files.storage import FileSystemStorage
from django.db import transaction
from django.utils.deconstruct import deconstructible
from django.utils.functional import cached_property

from .trash import throw_away

_written: ContextVar[list[str] | None] = ContextVar("written_files", default=None)


@contextmanager
def written_files():
    """Give a list that fills with the path of each file written until the end of the block."""
    token = _written.set([])
    try:
        yield _written.get()
    finally:
        _written.reset(token)


def note_written(path):
    """Let a request that fails take the file at `path` away again."""
    written = _written.get()
    if written is not None:
        written.append(path)


@deconstructible
class WholeFileStorage(FileSystemStorage):
    """A file gets its final name only once every byte is on disk.

    Django's own storage writes under the final name, so that a full disk leaves a truncated file
    that looks real. The address is nobody's business: files are handed out by views only.

    `folder` lies below MEDIA_ROOT. `made_again` says of all its files that they are copies, of which nothing is lost.
    """

    def __init__(self, *args, folder="", made_again=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.folder, self.made_again = folder, made_again

    @cached_property
    def base_location(self):
        return os.path.join(self._value_or_setting(self._location, settings.MEDIA_ROOT), self.folder)

    def delete(self, name):
        """Once the database has the change, and into the trash: a commit that fails must find the file in its place.

        What can't be moved then stays where it is, is logged, and is found by `unused.py`.
        """
        if self.made_again:
            super().delete(name)
        elif name:
            path = self.path(name)
            transaction.on_commit(lambda: throw_away(path), robust=True)

    def _save(self, name, content):
        folder = Path(self.path(name)).parent
        folder.mkdir(parents=True, exist_ok=True)
        descriptor, partial = tempfile.mkstemp(dir=folder, prefix=".upload-")
        try:
            with os.fdopen(descriptor, "wb") as file:
                for chunk in content.chunks():
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            name = self.get_available_name(name)
            file_move_safe(partial, self.path(name))
        except BaseException:
            Path(partial).unlink(missing_ok=True)
            raise
        if self.file_permissions_mode is not None:
            os.chmod(self.path(name), self.file_permissions_mode)
        note_written(self.path(name))
        return str(name).replace("\\", "/")
