"""Two passwords at a time are looked at on this machine: each takes 100 MB of memory and some tenths of a second.

The processes of the site agree on that by locks on files in DATA_DIR, which end with whoever held them.
"""

import fcntl
import os
import time
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path

from django.conf import settings

AT_ONCE = 2
# Who waits keeps a thread of the server busy: with more than these no reader would be served.
WAITING = 4
LONGEST_WAIT = 5  # seconds
PAUSE = 0.02

_has_turn: ContextVar[bool] = ContextVar("has_turn", default=False)


class TooBusy(Exception):
    """Others are in front, and more than fit into the queue or into the time."""


@contextmanager
def turn():
    """Hold one of the turns until the end of the block. Raises TooBusy. Who has a turn already goes on."""
    if _has_turn.get():
        yield
        return
    with in_queue():
        place = first_free("turn", AT_ONCE, time.monotonic() + LONGEST_WAIT)
    token = _has_turn.set(True)
    try:
        yield
    finally:
        _has_turn.reset(token)
        os.close(place)


@contextmanager
def in_queue():
    place = first_free("queue", AT_ONCE + WAITING, time.monotonic())
    try:
        yield
    finally:
        os.close(place)


def first_free(name, number, until):
    """The descriptor of a locked file `name`-1 … `name`-`number`; to close it is to leave."""
    while True:
        for place in range(number):
            with suppress(BlockingIOError):
                return locked(Path(settings.DATA_DIR, "passwords", f"{name}-{place + 1}"))
        if time.monotonic() >= until:
            raise TooBusy
        time.sleep(PAUSE)


def locked(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor
