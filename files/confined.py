"""Read a file that may be hostile: in a process of its own, with little memory, little time and nothing to find."""

import json
import logging
import os
import subprocess
import sys
import tempfile
from io import UnsupportedOperation

from django.conf import settings

from .limits import REPORT_BYTES

logger = logging.getLogger(__name__)

# Of the clock, for a process that waits and costs no time of the processor, of which it gets less (files/limits.py).
LONGEST_WAIT = 20


def read_confined(module, file, *arguments, descriptors=(), longest_wait=LONGEST_WAIT):
    """Run `python -m module` with `file` as its standard input; return what it reported, all lines as one mapping.

    It may write to the open `descriptors`, which have the same numbers there. A process that was stopped or failed
    leaves out what it had not reported yet.
    """
    with on_disk(file) as source, tempfile.TemporaryFile() as said:
        try:
            done = subprocess.run(  # noqa: S603 - our own module, no shell
                [sys.executable, "-m", module, *arguments],
                stdin=source,
                stdout=said,
                stderr=subprocess.PIPE,
                timeout=longest_wait,
                pass_fds=descriptors,
                cwd=settings.BASE_DIR,
                env=bare_environment(),
            )
            if done.returncode:
                last = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
                logger.warning("%s stopped with %d while reading a file: %s", module, done.returncode, *last or [""])
        except subprocess.TimeoutExpired:
            logger.warning("%s took longer than %d s to read a file", module, longest_wait)
        said.seek(0)
        return merged(said.read(REPORT_BYTES))


def bare_environment():
    """No secret and no address of a database."""
    return {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(settings.BASE_DIR)}


def on_disk(file):
    """An open file of the operating system's with the bytes of `file`, from its start; to be closed by the caller."""
    file.seek(0)
    try:
        return os.fdopen(os.dup(file.fileno()), "rb")
    except (UnsupportedOperation, AttributeError):
        copy = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
        for chunk in file.chunks() if hasattr(file, "chunks") else iter(lambda: file.read(65536), b""):
            copy.write(chunk)
        copy.seek(0)
        return copy
    finally:
        file.seek(0)


def merged(lines):
    """The reported lines; a last one that was cut off is left out."""
    found = {}
    for line in lines.splitlines(keepends=True):
        if line.endswith(b"\n"):
            found |= json.loads(line)
    return found
