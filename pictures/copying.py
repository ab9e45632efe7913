"""Decodes a picture within limits and makes its copies: run as `python -m pictures.copying PLAN` by `copies.py`.

It imports neither Django nor settings. PLAN is JSON: `most_pixels`, `xmp` (what is written into each copy) and
`copies`, a list of an open descriptor and what is to be written there. Without copies it is a trial: the same memory
is taken. It reports `{"format": "PNG"}` once all is decoded, or `{"refused": "broken" | "large" | "heavy"}`; then
`{"<descriptor>": "made"}` for each copy that is whole.
"""

import json
import os
import sys

# Pillow loads these where it first needs them: here that is before the limits come.
from PIL import AvifImagePlugin, Image, ImageOps, TiffImagePlugin, WebPImagePlugin  # noqa: F401

from files.limits import MEGABYTE, confine, given_file, report

from .cleaning import cleaned, forget_what_is_private
from .formats import CARD, FORMATS, ORIGINALS, WIDTHS
from .shrinking import upright

Image.preinit()
ERRORS = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)
MEMORY = 400 * MEGABYTE  # forty megapixels with transparency are 160 MB, and are copied once
CPU_SECONDS = 60
LARGEST_COPY = 200 * MEGABYTE


def main(file, plan):
    try:
        found = judged(file, plan["most_pixels"])
        kinds = dict(plan["copies"])
        if not kinds or any("width" in what or "card" in what for what in kinds.values()):
            picture = decoded(file)
        report(format=found)
    except PermissionError:
        raise  # of a seal: no fault of the picture
    except ERRORS as error:
        report(refused="large" if isinstance(error, TooLarge) else "broken")
        return
    except MemoryError:
        report(refused="heavy")
        return
    for number, what in kinds.items():
        with os.fdopen(number, "wb") as copy:
            if "width" in what:
                smaller(picture, copy, plan["xmp"].encode(), **what)
            elif "card" in what:
                copy.write(ImageOps.fit(picture, CARD, Image.Resampling.LANCZOS, centering=what["card"]).tobytes())
            else:
                with opened(file) as original:
                    cleaned(original, copy, plan["xmp"].encode())
        report(**{str(number): "made"})


class TooLarge(ValueError):
    pass


def judged(file, most_pixels):
    """The format; the size is read from the header before anything is decoded."""
    with opened(file) as image:
        if image.width * image.height > most_pixels:
            raise TooLarge
        return image.format


def decoded(file):
    with opened(file) as image:
        return upright(image, max(WIDTHS))


def opened(file):
    file.seek(0)
    return Image.open(file, formats=list(ORIGINALS))


def smaller(picture, file, xmp, width, extension):
    height = max(1, round(picture.height * width / picture.width))
    resized = picture.resize((width, height), Image.Resampling.LANCZOS)
    forget_what_is_private(resized)
    resized.save(file, xmp=xmp, **FORMATS[extension][1])


if __name__ == "__main__":
    given, asked = given_file(), json.loads(sys.argv[1])
    confine(memory=MEMORY, cpu_seconds=CPU_SECONDS, file_bytes=LARGEST_COPY)
    main(given, asked)
