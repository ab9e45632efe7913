"""A name as it is compared, whatever the case, accents, markup, codes and punctuation in and between its words."""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

# Letters that no decomposition takes apart (Unicode, UAX 15).
PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)
# Elements within a line: a word goes on across them.
INLINE = re.compile(r"</?(a|abbr|b|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|u)\b", re.IGNORECASE)
CODED = re.compile(
    r"(?P<entity>&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,31}\d*);)"
    r"|(?P<percent>(?:%[0-9a-f]{2})+)"
    r"|(?P<escape>\\u[0-9a-f]{4})"
    r"|(?P<line>\\[bfnrt])"
    # Soft hyphens and characters without width: in a word, and not of it.
    r"|(?P<unseen>[\u00ad\u200b-\u200f\u2060\ufeff])",
    re.IGNORECASE,
)
MARKED = re.compile(rf"(?P<tag>{TAG.pattern})|{CODED.pattern}", re.IGNORECASE | re.DOTALL)


@lru_cache(100_000)
def normalised(word):
    """One spelling for all of a word; "" for what holds no letter or digit."""
    plain = unicodedata.normalize("NFKD", word.casefold().translate(PLAIN))
    return "".join(sign for sign in plain if sign.isalnum())


def joined(name):
    """The words of `name` as one: how they are divided differs from text to text."""
    return "".join(normalised(word) for word in WORD.findall(name))


def read_aloud(found):
    """What a mark in a text stands for."""
    kind, text = found.lastgroup, found[0]
    if kind == "tag":
        return "" if INLINE.match(text) else " "
    if kind == "entity":
        return unescape(text)
    if kind == "percent":
        return unquote(text)
    if kind == "escape":
        return chr(int(text[2:], 16))
    return " " if kind == "line" else ""


class Reading:
    """A text as somebody reads it, which tells where each part of it stands in the text as it is written."""

    def __init__(self, written, marks):
        # Of each piece: its words, where it begins as written, and where it ends if it stands for something else.
        pieces, end = [], 0
        for found in marks.finditer(written):
            pieces += [(written[end : found.start()], end, None), (read_aloud(found), found.start(), found.end())]
            end = found.end()
        self.pieces = [*pieces, (written[end:], end, None)]
        self.starts, length = [], 0
        for text, _start, _end in self.pieces:
            self.starts.append(length)
            length += len(text)
        self.text = "".join(text for text, _start, _end in self.pieces)

    def place(self, start, end):
        """Where the part from `start` to `end` stands in the written text."""
        return self.written_at(start, 0), self.written_at(end - 1, 1)

    def written_at(self, position, beyond):
        """Where the sign at `position` begins in the written text; with `beyond` 1, where it ends."""
        number = bisect_right(self.starts, position) - 1
        _text, start, end = self.pieces[number]
        if end is None:
            return start + position - self.starts[number] + beyond
        return end if beyond else start

    def words(self):
        """(normalised, start, end) of each word."""
        found = ((normalised(word[0]), word.start(), word.end()) for word in WORD.finditer(self.text))
        return [word for word in found if word[0]]


def readings(text):
    """The ways to read a text: without its markup, and with it, as a name can stand in an attribute."""
    yield Reading(text, MARKED)
    if "<" in text:
        yield Reading(text, CODED)


def is_part_of_address(text, start, end):
    """Whether the part of `text` from `start` to `end` stands in an address, the name of a file or a tag."""
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    if re.match(r"[/@_%=&?#\\-]", before) or re.match(r"[/@_%=&?#\\-]|\.\w", after):
        return True
    return any(tag.start() < start and end < tag.end() for tag in TAG.finditer(text))
