"""The list of erasures: outside the database and its back-ups, so that one that is restored can be erased again.

It holds no name and no bytes, only what finds them again (`names.mark_of`, `bytes.mark_of`).
"""

import json
import logging
import os
import secrets
import tempfile
from pathlib import Path

from django.conf import settings

logger = logging.getLogger(__name__)


class KeyIsMissing(Exception):
    """The list can't be read without the key that its names were marked with."""


def lines():
    """The erasures of the list, the oldest first."""
    path = path_of("list.jsonl")
    written = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return list(filter(None, map(read, filter(None, written))))


def read(line):
    """None for a line that was cut off: of that one nothing was carried out."""
    try:
        return json.loads(line)
    except ValueError:
        logger.error("A line of the list of erasures can't be read: %s", line)
        return None


def append(line):
    """Put it on the list for good, before anything is erased."""
    folder = path_of("").parent
    descriptor = os.open(path_of("list.jsonl"), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        # A line feed ends what a crash may have cut off.
        os.write(descriptor, f"\n{json.dumps(line)}\n".encode())
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    flush(folder)


def key():
    """What names are hashed with; made at the first erasure. Not SECRET_KEY: that is changed now and then."""
    path = path_of("key")
    if not path.exists():
        if any(line["kind"] == "name" for line in lines()):
            raise KeyIsMissing(f"{path} is missing: without it the names on the list can't be found again.")
        make_key(path)
    return path.read_bytes()


def make_key(path):
    """Whole or not at all, and the same for two who make it at once."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        draft = Path(folder, path.name)
        draft.touch(mode=0o600)
        draft.write_bytes(secrets.token_bytes(32))
        try:
            os.link(draft, path)
        except FileExistsError:
            return
    flush(path.parent)


def path_of(name):
    folder = Path(settings.ERASURES_ROOT)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / name


def flush(folder):
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
