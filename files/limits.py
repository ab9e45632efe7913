"""The inside of a confined process: it takes its limits upon itself once its libraries are loaded.

Runs without Django and knows no settings: what a hostile file might get hold of here is the file itself. What is to be
imported is imported before, as no file can be opened any more.
"""

import codecs
import json
import resource
import sys
from pathlib import Path

from .sealing import seal

MEGABYTE = 1024 * 1024
REPORT_BYTES = 8 * MEGABYTE
OPEN_FILES = 16
# Python loads a codec where it is first used: those that the formats of files name.
CODECS = ("ascii", "cp437", "cp1252", "latin-1", "mac-roman", "utf-8-sig", "utf-16", "utf-16-be", "utf-16-le", "utf-32")


def confine(memory, cpu_seconds=4, file_bytes=REPORT_BYTES):
    """Give this process `memory` more bytes than it has now, `cpu_seconds`, and no way to anything but what is open.

    Returns the names of the seals that the kernel has put on (files/sealing).
    """
    for name in CODECS:
        codecs.lookup(name)
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    limits = {
        resource.RLIMIT_AS: used + memory,
        resource.RLIMIT_CPU: cpu_seconds,
        resource.RLIMIT_FSIZE: file_bytes,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_CORE: 0,
    }
    for limit, value in limits.items():
        resource.setrlimit(limit, (value, value))
    return seal()


def report(**facts):
    """Hand one line to the process that asked: what was reported stays known if the next step fails."""
    print(json.dumps(facts), flush=True)


def given_file():
    """The file to be read, seekable, on standard input."""
    return sys.stdin.buffer.raw
