"""What takes much of a machine is done by few at a time, and few wait for it: each who waits keeps a thread busy.

The processes of the site agree on that by locks on files in DATA_DIR, which end with whoever held them.
"""

import fcntl
import os
import time
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from django.conf import settings

PAUSE = 0.02  # seconds
BUCKETS = 256  # of addresses: the number of files has an end


class TooBusy(Exception):
    """Others are in front, and more than fit into the queue or into the time."""


@dataclass(frozen=True)
class Turns:
    """`folder`: of the locks, below DATA_DIR; `longest_wait` in seconds."""

    folder: str
    at_once: int
    waiting: int
    longest_wait: float
    waiting_from_one_address: int = 2

    @contextmanager
    def turn(self, address=None):
        """Hold one of the turns until the end of the block. Raises TooBusy."""
        with self.in_queue(address):
            place = self.first_free("turn", self.at_once, self.longest_wait)
        try:
            yield
        finally:
            os.close(place)

    @contextmanager
    def patient_turn(self, longest_wait):
        """As `turn`, for what nobody waits for: outside the queue, and who stands in it mostly goes first."""
        place = self.first_free("turn", self.at_once, longest_wait, pause=10 * PAUSE)
        try:
            yield
        finally:
            os.close(place)

    @contextmanager
    def in_queue(self, address):
        with ExitStack() as places:
            if address:
                name = f"address-{bucket(address)}"
                places.callback(os.close, self.first_free(name, self.waiting_from_one_address))
            places.callback(os.close, self.first_free("queue", self.at_once + self.waiting))
            yield

    def first_free(self, name, number, longest_wait=0, pause=PAUSE):
        """The descriptor of a locked file `name`-1 … `name`-`number`; to close it is to leave."""
        until = time.monotonic() + longest_wait
        while True:
            for place in range(number):
                with suppress(BlockingIOError):
                    return locked(Path(settings.DATA_DIR, self.folder, f"{name}-{place + 1}"))
            if time.monotonic() >= until:
                raise TooBusy
            time.sleep(pause)


def bucket(address):
    """Keyed, so that nobody can choose to share the bucket of somebody else."""
    digest = blake2b(address.encode(), key=settings.SECRET_KEY.encode()[:64], digest_size=8).digest()
    return int.from_bytes(digest) % BUCKETS


def locked(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor
