"""Every error is kept: a file a day in DATA_DIR/log, for whoever is told the number that stands on the error page.

A file a day, opened for each error: processes that write at once need no lock and no rotation.
"""

import datetime
import logging
import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

from .log_lines import masked

KEPT_DAYS = 90
# What somebody who makes errors on purpose can fill of the disk in a day.
MOST_BYTES_A_DAY = 20 * 1024 * 1024
MOST_CHARACTERS_OF_ONE = 100_000
NAME = re.compile(r"errors-(\d{4}-\d\d-\d\d)(?:-\d+)?\.log")
FLAGS = os.O_WRONLY | os.O_APPEND | os.O_CREAT
ENCODING = ("utf-8", "backslashreplace")
FULL = "Full from here: what else goes wrong today stands on standard error alone.\n"


def give_number(request):
    """The number of an error, for the page and the log alike."""
    request.error_number = secrets.token_hex(4)
    return request.error_number


class WithErrorNumber(logging.Filter):
    """Puts the number that the page tells into the lines about its request."""

    def filter(self, record):
        number = getattr(getattr(record, "request", None), "error_number", "")
        if number and not hasattr(record, "error_number"):
            record.error_number = number
            record.msg, record.args = f"[{number}] {record.getMessage()}", None
        return True


class KeptErrors(logging.Handler):
    """Writes each record with its traceback, without tokens, to today's file of `folder`.

    What can't be written is told on standard error, as logging does, and never to who made the request.
    """

    def __init__(self, folder):
        super().__init__(logging.ERROR)
        self.folder = Path(folder)
        self.setFormatter(logging.Formatter("{asctime} {levelname} {name} {message}", style="{"))

    def emit(self, record):
        try:
            self.keep(masked(self.format(record)[-MOST_CHARACTERS_OF_ONE:]) + "\n")
        except Exception:
            self.handleError(record)

    def keep(self, words):
        descriptor = self.open_file()
        try:
            size = os.fstat(descriptor).st_size
            if size < MOST_BYTES_A_DAY:
                full = "" if size + len(words.encode(*ENCODING)) < MOST_BYTES_A_DAY else FULL
                os.write(descriptor, (words + full).encode(*ENCODING))
        finally:
            os.close(descriptor)

    def open_file(self):
        """Today's file. One that another account made, root at the console, is closed to us: then one of our own."""
        path = self.folder / f"errors-{datetime.date.today()}.log"
        if not path.exists():
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.forget_old()
        try:
            return os.open(path, FLAGS, 0o600)
        except PermissionError:
            return os.open(path.with_stem(f"{path.stem}-{os.geteuid()}"), FLAGS, 0o600)

    def forget_old(self):
        oldest = datetime.date.today() - datetime.timedelta(days=KEPT_DAYS)
        for path in self.folder.iterdir():
            if (match := NAME.fullmatch(path.name)) and match[1] < oldest.isoformat():
                with suppress(FileNotFoundError):  # another process was first
                    path.unlink()
