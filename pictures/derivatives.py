"""Smaller copies of a picture, made once, at the first request of a reader who may see it."""

import os
import tempfile
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageOps

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
    path = Path(settings.MEDIA_ROOT, "derivatives", picture.sha1, f"{width}.{extension}")
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        make_derivative(picture, width, extension, path)
    return path


def make_derivative(picture, width, extension, path):
    """Write the copy under a passing name first, so that no reader meets half a file."""
    descriptor, partial = tempfile.mkstemp(dir=path.parent, prefix=".derivative-")
    try:
        with (
            os.fdopen(descriptor, "wb") as file,
            picture.file.storage.open(picture.file.name) as original,
            Image.open(original) as image,
        ):
            upright = on_white(ImageOps.exif_transpose(image))
            height = max(1, round(upright.height * width / upright.width))
            upright.resize((width, height), Image.Resampling.LANCZOS).save(file, **FORMATS[extension][1])
        os.replace(partial, path)
    except BaseException:
        Path(partial).unlink(missing_ok=True)
        raise


def on_white(image):
    """`image` in RGB; what is transparent in it becomes white, as JPEG knows no transparency."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    image = image.convert("RGBA")
    white = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(white, image).convert("RGB")
