"""The pictures of the specimens: a drawing of the demonstration, cut to a shape. The media library has none of it."""

import io
from functools import lru_cache
from pathlib import Path

from django.http import Http404, HttpResponse
from PIL import Image, ImageOps

from pages import demonstration
from pictures.derivatives import FORMATS, WIDTHS

DRAWING = Path(demonstration.__file__).parent / "pictures" / "heide.jpg"
SHAPES = {"liggend": 840 / 1280, "staand": 960 / 640}  # height by width


def specimen_picture(request, shape, width, extension):
    if shape not in SHAPES or width not in WIDTHS or extension not in FORMATS:
        raise Http404
    return HttpResponse(drawn(shape, width, extension), content_type=FORMATS[extension][0])


@lru_cache(maxsize=len(SHAPES) * len(WIDTHS) * len(FORMATS))
def drawn(shape, width, extension):
    """The bytes of the drawing in that shape."""
    buffer = io.BytesIO()
    with Image.open(DRAWING) as image:
        ImageOps.fit(image, (width, round(width * SHAPES[shape]))).save(buffer, **FORMATS[extension][1])
    return buffer.getvalue()
