"""What an Office file may hold: nothing that runs, nothing that is fetched, nothing that grows."""

import io
import zipfile
from dataclasses import dataclass

from . import part_types
from .package_xml import XML, judge_xml
from .refusals import Refusal

MOST_PARTS = 5000
MOST_UNPACKED = 300 * 1024 * 1024
MOST_XML = 16 * 1024 * 1024  # of one part
MOST_WITHIN = 16 * 1024 * 1024  # of an Office file in the file: the figures of a chart
MOST_RATIO = 100
SMALL = 10 * 1024 * 1024  # whatever its ratio
MOST_THUMBNAIL = 1024 * 1024
DEEPEST = 2
TYPES = "[Content_Types].xml"


@dataclass
class Room:
    """How many bytes the file and the files in it may still unpack to."""

    left: int = MOST_UNPACKED

    def take(self, size):
        self.left -= size
        if self.left < 0:
            raise Refusal("unpacks")


def judge(archive, size, room=None, depth=0):
    """Raise Refusal for what is not taken; `size` is that of the file. Each part is read once, so all are whole."""
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > max(MOST_RATIO * size, SMALL):
        raise Refusal("unpacks")
    room = room or Room()
    room.take(unpacked)
    names = [part.filename.lower() for part in parts]
    if len(set(names)) < len(names) or TYPES.lower() not in names:
        raise Refusal("broken")
    for part in parts:
        judge_part(archive, part, room, depth)


def judge_part(archive, part, room, depth):
    name = part.filename
    kind = part_types.kind_of(name)
    if kind == "folder":
        return
    if kind is None or kind == "package" and depth == DEEPEST:
        raise Refusal("part", name)
    if kind in XML:
        if part.file_size > MOST_XML:
            raise Refusal("unpacks")
        judge_xml(archive.read(part), name, kind)
    elif kind == "package":
        judge_within(archive, part, room, depth + 1)
    else:
        judge_bytes(archive, part)


def judge_bytes(archive, part):
    """A picture or a sound begins as its kind does; it is read to its end, where its checksum is compared."""
    with archive.open(part) as file:
        if not part_types.begins_well(part.filename, file.read(64)):
            raise Refusal("part", part.filename)
        while file.read(1024 * 1024):
            pass


def judge_within(archive, part, room, depth):
    """The workbook behind a chart is a file like this one."""
    if part.file_size > MOST_WITHIN:
        raise Refusal("unpacks")
    try:
        with zipfile.ZipFile(io.BytesIO(archive.read(part))) as within:
            judge(within, part.file_size, room, depth)
    except zipfile.BadZipFile as error:
        raise Refusal("part", part.filename) from error


def thumbnail(archive):
    """The bytes of the picture that PowerPoint leaves in a file, if there is one of a sensible size."""
    try:
        part = archive.getinfo("docProps/thumbnail.jpeg")
    except KeyError:
        return None
    return archive.read(part) if part.file_size <= MOST_THUMBNAIL else None
