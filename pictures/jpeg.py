"""Other metadata in a JPEG file without touching a pixel: its segments are copied or left out (ITU-T T.81, annex B)."""

import re
from itertools import chain

START, SCAN, END = 0xD8, 0xDA, 0xD9
APP0, APP1, APP2, APP14, APP15, COMMENT = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE
EXIF, XMP = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0"
LONGEST = 0xFFFF - 2
# What follows the data of a scan: any marker but a restart (B.1.1.3); a zero says that FF was data.
AFTER_SCAN = re.compile(rb"\xff(?=[^\x00\xd0-\xd7\xff])")


def with_metadata(data, exif, xmp):
    """The bytes of the JPEG `data` with this EXIF and XMP alone, and nothing behind its end.

    Raises ValueError where `data` is not built as the standard says, or a packet is too long for a segment.
    """
    parts = list(filter(None, (kept(marker, content, scan) for marker, content, scan in segments(data))))
    first = 1 if parts and parts[0][1] == APP0 else 0  # JFIF comes first of all
    ours = [segment(APP1, EXIF + exif.removeprefix(EXIF))] if exif else []
    ours.append(segment(APP1, XMP + xmp))
    return b"".join(chain([bytes((0xFF, START))], parts[:first], ours, parts[first:], [bytes((0xFF, END))]))


def segments(data):
    """Each segment up to the end of the picture: its marker, its content and the data of a scan behind it."""
    if data[:2] != bytes((0xFF, START)):
        raise ValueError("no JPEG")
    at = 2
    while data[at : at + 2] != bytes((0xFF, END)):
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        end = at + 2 + length
        if data[at : at + 1] != b"\xff" or length < 2 or end > len(data):
            raise ValueError("no whole segment where one should begin")
        marker, content, at = data[at + 1], data[at + 4 : end], end
        if marker == SCAN:
            at = end_of_scan(data, end)
        yield marker, content, data[end:at]


def end_of_scan(data, start):
    found = AFTER_SCAN.search(data, start)
    if found is None:
        raise ValueError("a scan that does not end")
    return found.start()


def kept(marker, content, scan):
    """The bytes of a segment that pixels need; of what an application wrote only how to read the colours."""
    if marker == APP0:  # its density, not its thumbnail
        return segment(APP0, content[:12] + b"\0\0") if content.startswith(b"JFIF\0") else b""
    if marker == APP14:
        return segment(APP14, content[:12]) if content.startswith(b"Adobe") else b""
    if marker == APP2 and content.startswith(b"ICC_PROFILE\0"):
        return segment(APP2, content)
    return b"" if APP0 <= marker <= APP15 or marker == COMMENT else segment(marker, content) + scan


def segment(marker, content):
    if len(content) > LONGEST:
        raise ValueError("too long for one segment")
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content
