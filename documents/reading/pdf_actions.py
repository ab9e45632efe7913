"""What a pdf would do by itself: run a script, start a program, send a form (ISO 32000-1, 12.6.4).

The names are looked for in the bytes. A name can be written with escapes (`/J#61vaScript`), and an object can lie in
a compressed stream of objects (7.5.7); in other streams they are words, and the letters of a long name do not meet
there by chance.
"""

import mmap
import re
import zlib

from .refusals import Refusal

FORBIDDEN = ("JavaScript", "Launch", "ImportData", "SubmitForm", "RichMedia")
MOST_UNPACKED = 32 * 1024 * 1024
STREAM = re.compile(rb"stream\r?\n")
FILTER = re.compile(rb"/Filter\s*(\[[^\]]*\]|/\w+)")
LONGEST_DICTIONARY = 2000


def name(word):
    """A pattern for the name `word`, each letter as it is or as its number."""
    letters = (f"(?:{letter}|#{ord(letter):02x}|#{ord(letter):02X})" for letter in word)
    return "/" + "".join(letters)


ACTION = re.compile("|".join(f"{name(word)}(?![A-Za-z0-9])" for word in FORBIDDEN).encode())
OBJECT_STREAM = re.compile(name("ObjStm").encode())


def refuse_actions(file):
    """Raise Refusal for a pdf that names such an action, or hides its objects in a way that we do not read."""
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        if ACTION.search(data):
            raise Refusal("active")
        left = MOST_UNPACKED
        for found in OBJECT_STREAM.finditer(data):
            objects = unpacked(data, found.start(), left)
            left -= len(objects)
            if left <= 0:
                raise Refusal("unpacks")
            if ACTION.search(objects):
                raise Refusal("active")


def unpacked(data, position, most):
    """The objects of the stream whose dictionary names its type at `position`; empty where no stream follows."""
    start = STREAM.search(data, position, position + LONGEST_DICTIONARY)
    if not start:
        return b""
    used = FILTER.search(data, max(0, position - LONGEST_DICTIONARY), start.start())
    if not used:
        return b""  # not compressed: searched with the rest
    if used[1].strip(b"[] ") != b"/FlateDecode":
        raise Refusal("active")
    try:
        return zlib.decompressobj().decompress(data[start.end() : start.end() + most], most)
    except zlib.error as error:
        raise Refusal("broken") from error
