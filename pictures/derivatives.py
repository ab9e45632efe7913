"""Smaller copies of a picture, made once, at the first request of a reader who may see it."""

import os
import tempfile
from functools import partial
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageOps

from .metadata import metadata_checksum, xmp

# 768: what a common phone asks for (412 px, 1.75 dots each).
WIDTHS = (320, 640, 768, 960, 1280, 1920)
FORMATS = {
    "avif": ("image/avif", {"format": "AVIF", "quality": 45, "speed": 6, "subsampling": "4:2:0"}),
    "jpg": ("image/jpeg", {"format": "JPEG", "quality": 80, "progressive": True, "optimize": True}),
}


def widths_for(picture):
    """The widths in pixels in which a picture is offered: never enlarged, at least one."""
    return [w for w in WIDTHS if w <= picture.width] or [int(picture.width)]


def derivative(picture, width, extension):
    """Path of the copy of `picture`, `width` pixels wide; made if it is not there yet."""
    return copy_at(picture, f"{width}.{extension}", partial(smaller, width=width, extension=extension))


def copy_at(picture, name, write):
    """Path of the copy called `name` that `write` makes of the open original; it says what the record says now.

    Raises FileNotFoundError where the original is missing.
    """
    path = Path(settings.MEDIA_ROOT, "derivatives", picture.sha1, metadata_checksum(picture), name)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        make_copy(picture, write, path)
    return path


def make_copy(picture, write, path):
    """Write the copy under a passing name first, so that no reader meets half a file."""
    descriptor, unfinished = tempfile.mkstemp(dir=path.parent, prefix=".derivative-")
    try:
        with (
            os.fdopen(descriptor, "wb") as file,
            picture.file.storage.open(picture.file.name) as original,
            Image.open(original) as image,
        ):
            write(image, file, xmp=xmp(picture))
        os.replace(unfinished, path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise


def smaller(image, file, xmp, width, extension):
    """`xmp`: the bytes of the packet that goes into the copy."""
    upright = on_white(ImageOps.exif_transpose(image))
    height = max(1, round(upright.height * width / upright.width))
    resized = upright.resize((width, height), Image.Resampling.LANCZOS)
    forget_what_is_private(resized)
    resized.save(file, xmp=xmp, **FORMATS[extension][1])


def on_white(image):
    """`image` in RGB; what is transparent in it becomes white, as JPEG knows no transparency."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    image = image.convert("RGBA")
    white = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(white, image).convert("RGB")


def forget_what_is_private(image):
    """Keep of what came with the pixels only how to show them: Pillow writes a comment and more back by itself."""
    image.info = {key: value for key, value in image.info.items() if key in ("icc_profile", "transparency")}
