"""What readers may take home of a picture that is free to reuse: the cleaned original and two sizes for the web."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from django.urls import reverse
from django.utils.text import slugify

from .derivatives import folder_of
from .formats import ORIGINALS

WEB_WIDTHS = (1280, 1920)
ORIGINAL = "original"
MEDIA_TYPES = {extension: media_type for extension, media_type, _ in ORIGINALS.values()}
EXTENSIONS = {media_type: extension for extension, media_type in MEDIA_TYPES.items()}


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
        return MEDIA_TYPES[self.path.suffix[1:]]

    @property
    def is_original(self):
        return self.size_name == ORIGINAL

    @property
    def file_name(self):
        name = slugify(self.picture.name or Path(self.picture.original_filename or "").stem) or "foto"
        return f"{name}-{self.width}x{self.height}{self.path.suffix}"

    def get_absolute_url(self):
        return reverse("pictures:download", args=(self.picture.pk, self.picture.shown_sha1[:12], self.size_name))


def size_names(picture):
    """The largest first."""
    return [ORIGINAL, *(str(width) for width in reversed(WEB_WIDTHS) if width < picture.width)]


def download(picture, size_name):
    """The file of one of `size_names`; raises FileNotFoundError where it was not made (copies.py)."""
    width, height = int(picture.width), int(picture.height)
    path = original_in(folder_of(picture), picture)
    if size_name != ORIGINAL:
        path = folder_of(picture) / f"{size_name}.jpg"
        width, height = int(size_name), round(height * int(size_name) / width)
    if not path.is_file():
        raise FileNotFoundError(path)
    return Download(picture, size_name, path, width, height)


def name_of_original(picture):
    """Of the copy with the pixels of the original; its media type was judged by its content at the upload."""
    return f"{ORIGINAL}.{EXTENSIONS[picture.mime_type]}"


def original_in(folder, picture):
    """While the copies of a former file are shown, its original may be of another kind."""
    wanted = folder / name_of_original(picture)
    return next((path for path in (wanted, *sorted(folder.glob(f"{ORIGINAL}.*"))) if path.is_file()), wanted)


def downloads(picture):
    """All files that readers may take; none of a picture that is not free to reuse, or that was not copied yet."""
    if not picture.reusable:
        return []
    files = []
    for size_name in size_names(picture):
        with suppress(FileNotFoundError):
            files.append(download(picture, size_name))
    return files
