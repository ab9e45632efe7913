"""How a picture is looked at: which side is up, and what of it is to be seen where it is cut."""

from PIL import ExifTags, Image

ON_ITS_SIDE = (5, 6, 7, 8)  # values of Orientation (Exif 2.32, 4.6.4)


def lies_on_its_side(file):
    """Whether width and height change places when the picture in the open `file` stands upright.

    Only its header is read: `getexif` would decode a PNG.
    """
    file.seek(0)
    exif = Image.Exif()
    try:
        exif.load(Image.open(file).info.get("exif", b""))
        return exif.get(ExifTags.Base.Orientation) in ON_ITS_SIDE
    except (OSError, ValueError, SyntaxError):
        return False  # what can't be read is refused with a sentence (validation.py)
    finally:
        file.seek(0)


def focal_point(picture):
    """As shares of width and height, from the left and the top; the middle where the editor chose none."""
    if not picture.subject_location:
        return 0.5, 0.5
    x, y = (int(number) for number in picture.subject_location.split(","))
    return min(1, x / picture.width), min(1, y / picture.height)


def card_name(picture):
    """Of the part that is on a card: pixels as they are, in RGB (formats.CARD)."""
    return f"card-{picture.subject_location.replace(',', '-') or 'middle'}.rgb"
