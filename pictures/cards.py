"""The picture that others show with a link to one of our pages: its title over a drawing of the region.

This room knows no pages: who calls says what is drawn, and has asked whether readers may see it.
"""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageDraw

from regions.models import Accent, Drawing

from . import hills, landscape
from .derivatives import folder_of
from .formats import CARD
from .framing import card_name
from .metadata import metadata_checksum, xmp
from .typesetting import fit, font

WIDTH, HEIGHT = 1200, 630  # px, what Open Graph and its readers expect
EDGE = 72  # px, kept free at the sides
PICTURE = CARD[0]  # px, the width of a picture at the right
TITLE_TOP, TITLE_FOOT = 184, 398  # px, the frame of the title and the note under it
TITLE_SIZES = (84, 76, 68, 60, 54, 48, 42, 38, 34, 30, 26)
PAPER, TEXT, SOFT = "#fbf9f5", "#23211f", "#4a453f"  # as in tokens.css, and these
INKS = {Accent.HEATHER: "#642a6c", Accent.BLUEBELL: "#2a3c8f", Accent.BEECH: "#1d5038", Accent.BRICK: "#7d2d1b"}
MARK, MARK_SIDE = Path(__file__).parent / "mark.gray", 56
DESIGN = 2  # Raise this when a card would look different: those on disk are drawn anew.


@dataclass(frozen=True, kw_only=True)
class Card:
    """What is drawn. `picture` is a Picture that readers may see, or None."""

    site: str
    title: str
    accent: str = Accent.HEATHER
    drawing: str = Drawing.HILLS
    kicker: str = ""
    note: str = ""
    picture: object = None

    @property
    def checksum(self):
        """Hexadecimal; the same for what looks the same."""
        shown = self.picture
        picture = shown and (shown.shown_sha1, shown.subject_location, metadata_checksum(shown))
        look = str(self.accent), str(self.drawing)
        drawn = repr((DESIGN, *look, self.site, self.kicker, self.title, self.note, picture))
        return hashlib.sha256(drawn.encode()).hexdigest()[:32]


def card_file(card):
    """Path of the card as JPEG; drawn if it is not there yet. The folder may be emptied at any time."""
    path = Path(settings.MEDIA_ROOT, "cards", f"{card.checksum}.jpg")
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        # What a card shows of a picture says whose it is, as every copy does.
        said = {"xmp": xmp(card.picture)} if card.picture else {}
        write_whole(draw_card(card), path, **said)
    return path


def write_whole(image, path, **metadata):
    """Write under a passing name first, so that no reader meets half a file."""
    descriptor, partial = tempfile.mkstemp(dir=path.parent, prefix=".card-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            image.save(file, "JPEG", quality=88, subsampling="4:4:4", progressive=True, optimize=True, **metadata)
        os.replace(partial, path)
    except BaseException:
        Path(partial).unlink(missing_ok=True)
        raise


def draw_card(card):
    """An RGB image of WIDTH × HEIGHT pixels."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    ink = INKS[card.accent]
    strip = landscape.strip() if card.drawing == Drawing.LIMBURG else hills.strip(ink, PAPER)
    image.paste(strip, (0, HEIGHT - strip.height), strip)
    right = WIDTH - EDGE
    if card.picture:
        image.paste(cropped(card.picture), (WIDTH - PICTURE, 0))
        right -= PICTURE - EDGE // 3
    draw = ImageDraw.Draw(image)
    image.paste(ink, (EDGE, 56), mark())
    put(draw, fit(card.site, right - EDGE - 72, 40, (30, 26, 22, 18)), EDGE + 72, 68, TEXT)
    put(draw, fit(card.kicker, right - EDGE, 36, (28, 24, 20)), EDGE, 138, ink)
    draw_title(draw, card, right - EDGE)
    return image


def draw_title(draw, card, width):
    note = fit(card.note, width, 76, (30, 26, 22)) if card.note else None
    room = TITLE_FOOT - TITLE_TOP - (note.height + 12 if note else 0)
    title = fit(card.title, width, room, TITLE_SIZES)
    put(draw, title, EDGE, TITLE_TOP, TEXT)
    if note:
        put(draw, note, EDGE, TITLE_TOP + title.height + 12, SOFT)


def put(draw, setting, x, y, ink):
    for number, line in enumerate(setting.lines):
        draw.text((x, y + number * setting.leading), line, fill=ink, font=font(setting.size))


def mark():
    """Our mark as a mask, from a file with its pixels (script/make-icons)."""
    return Image.frombytes("L", (MARK_SIDE, MARK_SIDE), MARK.read_bytes())


def cropped(picture):
    """The part of a picture at the right of the card, around the editor's focal point: pixels, as nothing is decoded.

    Raises FileNotFoundError where it was not made yet (copies.py).
    """
    return Image.frombytes("RGB", CARD, (folder_of(picture) / card_name(picture)).read_bytes())
