"""A picture in the form that all copies are made of: upright, in RGB, hardly larger than the largest, in little memory.

What is transparent becomes white, as JPEG knows no transparency. That is done strip by strip, and each strip is made
smaller at once: of a large picture with transparency there is never a second one of its size.
"""

from PIL import ExifTags, Image, ImageOps

from .framing import ON_ITS_SIDE

STRIP = 64  # rows of the result
ROOM = 1.25  # how much larger than the largest copy: from there Lanczos makes the copies (Image.reduce is coarser)
OF_THESE_COLOURS = ("RGB", "RGBA", "P", "PA")


def upright(image, width):
    """`image`, just opened, in RGB and at least `width` pixels wide where it is so itself."""
    orientation = image.getexif().get(ExifTags.Base.Orientation, 1)
    lies = orientation in ON_ITS_SIDE
    scale = (image.height if lies else image.width) / (ROOM * width)
    if scale > 1:
        image.draft(None, (int(image.width / scale), int(image.height / scale)))  # a JPEG is decoded smaller
    image.load()
    across = image.height if lies else image.width  # draft has changed it
    result = flattened(image, max(1, int(across / (ROOM * width))))
    if image.mode in OF_THESE_COLOURS and "icc_profile" in image.info:
        result.info["icc_profile"] = image.info["icc_profile"]
    result.getexif()[ExifTags.Base.Orientation] = orientation
    return ImageOps.exif_transpose(result)


def flattened(image, factor):
    """On white, in RGB, `factor` times smaller."""
    result = Image.new("RGB", (-(-image.width // factor), -(-image.height // factor)))
    for top in range(0, image.height, STRIP * factor):
        strip = on_white(image.crop((0, top, image.width, min(image.height, top + STRIP * factor))))
        result.paste(strip.reduce(factor) if factor > 1 else strip, (0, top // factor))
    return result


def on_white(strip):
    if not strip.has_transparency_data:
        return strip.convert("RGB")
    strip = strip.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", strip.size, "white"), strip).convert("RGB")
