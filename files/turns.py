"""What takes much of a machine is done by few at a time, and few wait for it: each who waits keeps a thread busy.

Processes agree on that by locks on files, which end with whoever held them. The turns are those of the machine, in
TURNS_DIR, whatever sites it serves; the queues are those of the threads of one site, in its DATA_DIR.
"""

import fcntl
import os
import stat
import time
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

PAUSE = 0.02  # seconds
BUCKETS = 256  # of addresses: the number of files has an end


class TooBusy(Exception):
    """Others are in front, and more than fit into the queue or into the time."""


@dataclass(frozen=True)
class Turns:
    """`name`: of what is done, for the names of the locks; `longest_wait` in seconds."""

    name: str
    at_once: int
    waiting: int
    longest_wait: float
    waiting_from_one_address: int = 2

    @contextmanager
    def turn(self, address=None):
        """Hold one of the turns until the end of the block. Raises TooBusy."""
        with self.in_queue(address):
            place = self.free_turn(self.longest_wait)
        try:
            yield
        finally:
            os.close(place)

    @contextmanager
    def patient_turn(self, longest_wait):
        """As `turn`, for what nobody waits for: outside the queue, and who stands in it mostly goes first."""
        place = self.free_turn(longest_wait, pause=10 * PAUSE)
        try:
            yield
        finally:
            os.close(place)

    @contextmanager
    def in_queue(self, address):
        folder = folder_of_this_site()
        with ExitStack() as places:
            if address:
                kind = f"address-{bucket(address)}"
                places.callback(os.close, self.first_free(folder, kind, self.waiting_from_one_address))
            places.callback(os.close, self.first_free(folder, "queue", self.at_once + self.waiting))
            yield

    def free_turn(self, longest_wait, pause=PAUSE):
        """As `first_free`, when there is one. Raises TooBusy."""
        until = time.monotonic() + longest_wait
        while True:
            with suppress(TooBusy):
                return self.first_free(folder_of_the_machine(), "turn", self.at_once)
            if time.monotonic() >= until:
                raise TooBusy
            time.sleep(pause)

    def first_free(self, folder, kind, number):
        """The descriptor of one of `number` locked files; to close it is to leave. Raises TooBusy."""
        for place in range(number):
            with suppress(BlockingIOError):
                return locked(folder, f"{self.name}-{kind}-{place + 1}")
        raise TooBusy


def bucket(address):
    """Keyed, so that nobody can choose to share the bucket of somebody else."""
    digest = blake2b(address.encode(), key=settings.SECRET_KEY.encode()[:64], digest_size=8).digest()
    return int.from_bytes(digest) % BUCKETS


def folder_of_this_site():
    folder = Path(settings.DATA_DIR, "turns")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def folder_of_the_machine():
    """Made where it is missing. Raises ImproperlyConfigured where another account may have made it, or can enter it."""
    folder = Path(settings.TURNS_DIR)
    try:
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        found = folder.lstat()
    except OSError as error:
        raise ImproperlyConfigured(f"TURNS_DIR: {folder} can't be made or read ({error.strerror}).") from None
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (0, os.geteuid()) or found.st_mode & stat.S_IRWXO:
        raise ImproperlyConfigured(
            f"TURNS_DIR: {folder} must be a folder of this account or of root, closed to others (mode 0700 or 2770)."
        )
    return folder


def locked(folder, name):
    # Opened for reading, which is enough for a lock, so that accounts of a group can share them; the folder is closed.
    descriptor = os.open(folder / name, os.O_RDONLY | os.O_CREAT | os.O_NOFOLLOW, 0o644)
    if os.fstat(descriptor).st_uid == os.geteuid():
        os.fchmod(descriptor, 0o644)  # whatever the umask
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor
