"""Files that staff upload: whole or not at all."""

import os
import tempfile
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from django.core.files.move import file_move_safe
from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible

_written: ContextVar[list[str] | None] = ContextVar("written_files", default=None)


@contextmanager
def written_files():
    """Give a list that fills with the path of each file written until the end of the block."""
    token = _written.set([])
    try:
        yield _written.get()
    finally:
        _written.reset(token)


@deconstructible
class WholeFileStorage(FileSystemStorage):
    """A file gets its final name only once every byte is on disk.

    Django's own storage writes under the final name, so that a full disk leaves a truncated file
    that looks real. The address is nobody's business: files are handed out by views only.
    """

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
        written = _written.get()
        if written is not None:
            written.append(self.path(name))
        return str(name).replace("\\", "/")
