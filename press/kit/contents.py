"""What is in a kit: names, sizes and bytes of its files. What may not be reused is never among them."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from documents.models import DocumentContent
from news.models import NewsContent
from news.views import attachments
from pictures.downloads import ORIGINAL, Download, download
from pictures.showing import open_photos
from publication.choices import Licence


@dataclass(frozen=True)
class Member:
    """A file of the kit; `name` is its path within the kit."""

    name: str
    path: Path

    @cached_property
    def size(self):
        return self.path.stat().st_size


@dataclass(frozen=True)
class Attached(Member):
    """One format of a document."""

    document: DocumentContent
    # Says which bytes these are, known without reading them.
    state: str

    @property
    def licence(self):
        return Licence(self.document.licence)


@dataclass(frozen=True)
class Pictured(Member):
    """The original of a picture that is free to reuse, with our metadata in it."""

    file: Download

    @property
    def picture(self):
        return self.file.picture

    @property
    def state(self):
        """A copy lies under the checksums of its original and of what is written into it."""
        return "/".join(self.path.parts[-3:])

    @property
    def licence(self):
        return Licence(self.picture.licence)


@dataclass(frozen=True)
class Kit:
    content: NewsContent
    documents: list
    photos: list
    # Pictures of the item that are not in the kit, as they may not be reused.
    left_out: list

    def __bool__(self):
        """A release has a kit even without files: its text."""
        return bool(self.documents or self.photos or self.content.is_release)

    @property
    def name(self):
        return self.content.news_item.slug

    @property
    def date(self):
        """The one date of all that is in it: the same kit has the same bytes, whenever it is fetched."""
        return self.content.date

    @cached_property
    def files(self):
        return [*self.documents, *self.photos]

    @cached_property
    def size(self):
        """Bytes of the files, without the few of the texts."""
        return sum(member.size for member in self.files)


def kit_of(content, site, guest=None):
    """The kit of a published item as readers of `site` get it, or the `guest` who has a personal link to it.

    Raises FileNotFoundError where a file is missing: a kit is whole, or there is none.
    """
    photos = [photo.picture for photo in open_photos(content.photos.select_related("picture"), guest)]
    documents = attachments(content, site, guest).prefetch_related("files")
    return Kit(
        content,
        [attached(document, file) for document in documents for file in document.files.all() if not file.erased],
        [pictured(number, photo) for number, photo in enumerate(photos, start=1) if photo.reusable],
        [photo for photo in photos if not photo.reusable],
    )


def attached(document, file):
    path = Path(file.file.path)
    if not path.is_file():
        raise FileNotFoundError(path)
    return Attached(f"bijlagen/{document.document.slug}.{file.format}", path, document, file.checksum)


def pictured(number, picture):
    file = download(picture, ORIGINAL)
    return Pictured(f"fotos/{number:02}-{file.file_name}", file.path, file)
