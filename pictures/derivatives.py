"""Smaller copies of a picture, for readers who may see it: made at the upload (copies.py), and only looked up here.

No reader's request decodes anything: it gets the copy that it asks for, or the nearest one that exists.
"""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from .formats import FORMATS, WIDTHS
from .metadata import metadata_checksum

__all__ = ["FORMATS", "WIDTHS", "folder_of", "is_offered", "nearest", "widths_for"]


@dataclass(frozen=True)
class Copy:
    path: Path
    width: int
    extension: str

    @property
    def content_type(self):
        return FORMATS[self.extension][0]


def widths_for(picture):
    """The widths in pixels in which a picture is offered: never enlarged, at least one."""
    return [w for w in WIDTHS if w <= picture.width] or [int(picture.width)]


def folder_of(picture):
    """Where its copies lie, as they were last made: while new ones are made, readers get these."""
    return Path(settings.MEDIA_ROOT, "derivatives", picture.shown_sha1, picture.copied or metadata_checksum(picture))


def is_offered(picture, width, extension):
    """Whether a page names, or named, this copy: a file that replaced a larger one has fewer."""
    wanted = width in widths_for(picture) or (folder_of(picture) / f"{width}.{extension}").is_file()
    return extension in FORMATS and wanted


def nearest(picture, width, extension):
    """The Copy of `width` pixels; without it the next larger one, else the largest; else one of another format.

    Raises FileNotFoundError where there is none at all.
    """
    folder = folder_of(picture)
    for kind in (extension, *(other for other in reversed(FORMATS) if other != extension)):
        there = sorted(int(path.stem) for path in folder.glob(f"*.{kind}") if path.stem.isdecimal())
        if there:
            found = next((each for each in there if each >= width), there[-1])
            return Copy(folder / f"{found}.{kind}", found, kind)
    raise FileNotFoundError(folder)
