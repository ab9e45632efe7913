"""Decodes a picture within limits: run as `python -m pictures.reading MOST_PIXELS` by `files.confined`.

It imports neither Django nor settings, and reports `{"format": "PNG"}`, or why the picture is not taken:
`{"refused": "broken" | "large"}`.
"""

import sys

from PIL import Image, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from files.limits import MEGABYTE, confine, given_file, report

Image.preinit()  # loads its plugins before the limits come
FORMATS = [plugin.format for plugin in (JpegImagePlugin.JpegImageFile, PngImagePlugin.PngImageFile)]
FORMATS.append(WebPImagePlugin.WebPImageFile.format)
ERRORS = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)


def read(file, most_pixels):
    """The size is read from the header before anything is decoded; then every pixel is."""
    try:
        with Image.open(file, formats=FORMATS) as image:
            if image.width * image.height > most_pixels:
                report(refused="large")
            else:
                image.load()
                report(format=image.format)
    except ERRORS:
        report(refused="broken")


if __name__ == "__main__":
    picture = given_file()
    confine(memory=250 * MEGABYTE)
    read(picture, int(sys.argv[1]))
