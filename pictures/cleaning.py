"""A copy of an original with the same pixels and our metadata alone."""

from PIL import ExifTags, Image, PngImagePlugin

from .formats import ORIGINALS
from .jpeg import with_metadata


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
    options = ORIGINALS[image.format][2] | {"exif": exif}
    forget_what_is_private(image)
    if image.format == "PNG":
        options["pnginfo"] = PngImagePlugin.PngInfo()
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", xmp.decode())
    else:
        options["xmp"] = xmp
    image.save(file, format=image.format, **options)


def forget_what_is_private(image):
    """Keep of what came with the pixels only how to show them: Pillow writes a comment and more back by itself."""
    image.info = {key: value for key, value in image.info.items() if key in ("icc_profile", "transparency")}
