"""The picture of a first page: a small jpeg of our own making."""

import base64
import io

from PIL import Image, TiffImagePlugin  # noqa: F401 - its orientation is read with it

from files.limits import report

Image.preinit()  # loads its plugins before the limits come

WIDTH, HEIGHT = 480, 680
SANE_SIDES = range(100, 3001)


def report_picture(image):
    """Report the PIL `image`, no larger than a page has room for."""
    image = image.convert("RGB")
    image.thumbnail((WIDTH, HEIGHT))
    data = io.BytesIO()
    image.save(data, "JPEG", quality=78, optimize=True)
    report(preview={"width": image.width, "height": image.height, "jpeg": base64.b64encode(data.getvalue()).decode()})


def report_thumbnail(data):
    """Report the picture that a program left in its file, if it is a jpeg of an ordinary size."""
    try:
        with Image.open(io.BytesIO(data), formats=["JPEG"]) as image:
            if image.width in SANE_SIDES and image.height in SANE_SIDES:
                report_picture(image)
    except (OSError, ValueError, SyntaxError):
        report(thumbnail="broken")
