"""How much memory a confined process takes for a picture of 6320 × 6320 pixels with transparency: megabytes.

A program of its own, as the kernel remembers the greatest of all children that ever were.
"""

import io
import resource
import sys
import tempfile
from pathlib import Path

from django.conf import settings
from PIL import Image

SIDE = 6320


def large_picture():
    """Some 170 kB."""
    data = io.BytesIO()
    Image.new("RGBA", (SIDE, SIDE), (107, 45, 115, 90)).save(data, "PNG")
    return data


def main():
    from pictures.copies import ask

    data = large_picture()
    with tempfile.TemporaryDirectory() as folder, tempfile.NamedTemporaryFile() as copy:
        settings.configure(
            BASE_DIR=Path(__file__).resolve().parents[2], MEDIA_ROOT=folder, FILER_MAX_IMAGE_PIXELS=40_000_000
        )
        plan = {"xmp": "<x/>", "copies": [[copy.fileno(), {"width": 320, "extension": "jpg"}]]}
        said = ask(data, plan, (copy.fileno(),))
        assert said[str(copy.fileno())] == "made", said
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)


if __name__ == "__main__":
    sys.exit(main())
