"""Pictures that are none, that are broken, or that unpack to more than anybody has."""

import io
import struct
import zlib

from PIL import Image

from tests.factories import image_bytes


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width, height, *more, rows=None):
    """A png in shades of grey; without `rows` nothing but its header is there."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(bytes(width + 1) * rows, 9)) if rows else b""
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(more) + pixels + chunk(b"IEND", b"")


def text_bomb():
    return png(9, 9, chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(100_000_000), 9)), rows=9)


def profile_bomb():
    return png(9, 9, chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(100_000_000), 9)), rows=9)


def webp_of(width, height):
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + size
    return b"RIFF" + struct.pack("<I", len(body)) + body


def gif_of(width, height):
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0, 0, 0) + b",\0\0\0\0\xff\xff\xff\xff\0\x02\x02L\x01\0;"


def tiff_of(width, height):
    tags = ((256, width), (257, height), (258, 8), (259, 1), (262, 1), (273, 8), (278, height), (279, width * height))
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    return b"II*\0" + struct.pack("<IH", 8, len(tags)) + entries + bytes(4)


def jpeg_that_says(width, height):
    data = bytearray(image_bytes(format="JPEG"))
    frame = data.index(b"\xff\xc0")
    data[frame + 5 : frame + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def progressive_jpeg(side):
    buffer = io.BytesIO()
    Image.new("RGB", (side, side)).save(buffer, "JPEG", progressive=True, subsampling=0)
    return buffer.getvalue()


def damaged(data, start=60, step=97):
    data = bytearray(data)
    data[start::step] = bytes(len(data[start::step]))
    return bytes(data)
