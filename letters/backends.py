"""Where there is no mail server: files that only their owner reads, as they hold personal links."""

import os
from pathlib import Path

from django.core.mail.backends.filebased import EmailBackend


class PrivateFileBackend(EmailBackend):
    """One file a connection, as Django's own; folder and file are closed to everybody else."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        Path(self.file_path).chmod(0o700)

    def open(self):
        if self.stream is not None:
            return False
        self.stream = open(self._get_filename(), "ab", opener=private)  # noqa: SIM115 - closed by `close`
        return True


def private(path, flags):
    return os.open(path, flags, mode=0o600)
