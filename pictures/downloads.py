"""What readers may take home of a picture that is free to reuse: the cleaned original and two sizes for the web."""

from dataclasses import dataclass
from pathlib import Path

from django.urls import reverse
from django.utils.text import slugify
from PIL import ExifTags, Image, PngImagePlugin

from .derivatives import copy_at, derivative, forget_what_is_private
from .jpeg import with_metadata

WEB_WIDTHS = (1280, 1920)
ORIGINAL = "original"
# Pillow's format of an original: its extension, its media type and how it is saved without losing anything.
# The options of JPEG are for a file that Pillow reads though it is not built as the standard says.
FORMATS = {
    "JPEG": ("jpg", "image/jpeg", {"quality": "keep"}),
    "PNG": ("png", "image/png", {}),
    "WEBP": ("webp", "image/webp", {"lossless": True}),
}


@dataclass(frozen=True)
class Download:
    """One file that is offered; `path` is there when this is made."""

    picture: object
    size_name: str
    path: Path
    width: int
    height: int

    @property
    def bytes(self):
        return self.path.stat().st_size

    @property
    def content_type(self):
        return next(media for extension, media, _ in FORMATS.values() if f".{extension}" == self.path.suffix)

    @property
    def is_original(self):
        return self.size_name == ORIGINAL

    @property
    def file_name(self):
        name = slugify(self.picture.name or Path(self.picture.original_filename or "").stem) or "foto"
        return f"{name}-{self.width}x{self.height}{self.path.suffix}"

    def get_absolute_url(self):
        return reverse("pictures:download", args=(self.picture.pk, self.picture.sha1[:12], self.size_name))


def size_names(picture):
    """The largest first."""
    return [ORIGINAL, *(str(width) for width in reversed(WEB_WIDTHS) if width < picture.width)]


def download(picture, size_name):
    """The file of one of `size_names`; made if it is not there yet. Raises FileNotFoundError without an original."""
    path = cleaned_original(picture) if size_name == ORIGINAL else derivative(picture, int(size_name), "jpg")
    with Image.open(path) as image:
        return Download(picture, size_name, path, *image.size)


def downloads(picture):
    """All files that readers may take; none of a picture that is not free to reuse, or whose original is missing."""
    if not picture.reusable:
        return []
    try:
        return [download(picture, size_name) for size_name in size_names(picture)]
    except FileNotFoundError:
        return []


def cleaned_original(picture):
    """Path of a copy with the pixels of the original, upright as it says, and with our metadata alone."""
    with picture.file.storage.open(picture.file.name) as original, Image.open(original) as image:
        extension = FORMATS[image.format][0]
    return copy_at(picture, f"{ORIGINAL}.{extension}", cleaned)


def cleaned(image, file, xmp):
    """Write `image`, as it was opened, to `file`: the pixels of a JPEG are copied as they are coded."""
    exif = orientation_of(image)
    if image.format == "JPEG":
        image.fp.seek(0)
        try:
            file.write(with_metadata(image.fp.read(), exif, xmp))
            return
        except ValueError:
            image.fp.seek(0)
    saved_again(image, file, exif, xmp)


def orientation_of(image):
    """EXIF (bytes) that says how to hold the picture, and nothing else; empty where it stands upright."""
    orientation = image.getexif().get(ExifTags.Base.Orientation)
    exif = Image.Exif()
    if orientation:
        exif[ExifTags.Base.Orientation] = orientation
    return exif.tobytes() if orientation else b""


def saved_again(image, file, exif, xmp):
    options = FORMATS[image.format][2] | {"exif": exif}
    forget_what_is_private(image)
    if image.format == "PNG":
        options["pnginfo"] = PngImagePlugin.PngInfo()
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", xmp.decode())
    else:
        options["xmp"] = xmp
    image.save(file, format=image.format, **options)
