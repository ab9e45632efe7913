"""Set a title in a frame: as large as it goes, in lines of about the same width, never cut within a word."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

FONT = Path(__file__).parent / "fonts" / "LibertinusSerif-SemiBold.ttf"  # its licence lies beside it
LEADING = 1.14  # from line to line, as a share of the size
SPACE = re.compile(r"[ \t\r\n]+")  # not the unbreakable space
SAME = str.maketrans({"\u2011": "-", "\u00ad": None})  # hyphens that the font lacks: unbreakable, soft


@lru_cache(maxsize=32)
def font(size):
    return ImageFont.truetype(FONT, size)


@dataclass(frozen=True)
class Setting:
    """Lines of text at one size, in pixels."""

    lines: tuple
    size: int

    @property
    def leading(self):
        return round(self.size * LEADING)

    @property
    def height(self):
        return self.leading * len(self.lines)


def fit(text, width, height, sizes):
    """The setting of `text` in the largest of `sizes` that fits `width` × `height`; at the smallest it may be cut."""
    words = SPACE.split(text.translate(SAME).strip())
    for size in sizes:
        setting = Setting(tuple(wrap(words, width, size)), size)
        if setting.height <= height and widest(setting.lines, size) <= width:
            return Setting(tuple(balanced(words, width, size, setting.lines)), size)
    return shortened(words, width, height, sizes[-1])


def wrap(words, width, size):
    """Lines of whole words; a word that is wider than `width` has a line of its own."""
    lines = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font(size).getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def widest(lines, size):
    return max((font(size).getlength(line) for line in lines), default=0)


def balanced(words, width, size, lines):
    """The same number of lines in the narrowest frame that holds them, so that none has one word left over."""
    low, high = width // 2, width
    while high - low > 8:
        middle = (low + high) // 2
        narrower = wrap(words, middle, size)
        if len(narrower) == len(lines) and widest(narrower, size) <= middle:
            high, lines = middle, narrower
        else:
            low = middle
    return lines


def shortened(words, width, height, size):
    """What fits of too long a text, with an ellipsis; an endless word is broken with hyphens."""
    pieces = [piece for word in words for piece in broken(word, width, size)]
    room = max(1, int(height // (size * LEADING)))
    lines = wrap(pieces, width, size)
    if len(lines) > room:
        lines = lines[:room]
        while font(size).getlength(lines[-1] + " …") > width and " " in lines[-1]:
            lines[-1] = lines[-1].rpartition(" ")[0]
        lines[-1] += " …" if font(size).getlength(lines[-1] + " …") <= width else ""
    return Setting(tuple(lines), size)


def broken(word, width, size):
    """`word` itself, or pieces of it with a hyphen where it is wider than a line."""
    if font(size).getlength(word) <= width:
        return [word]
    pieces = [""]
    for letter in word:
        if font(size).getlength(pieces[-1] + letter + "-") > width:
            pieces[-1] += "-"
            pieces.append("")
        pieces[-1] += letter
    return pieces
