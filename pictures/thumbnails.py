"""The small pictures of the media library's screens: made of a copy that is there, never of the original."""

from PIL import Image

from .derivatives import nearest

SMALLEST = 320  # px; the largest that these screens show is 210 px wide


def of_a_copy(source, **options):
    """A source generator of easy-thumbnails; None where nothing was copied yet: the screen shows a sign instead."""
    try:
        copy = nearest(source.instance, SMALLEST, "jpg")
    except FileNotFoundError:
        return None
    with Image.open(copy.path, formats=["JPEG"]) as image:
        image.load()
        return image
