"""A kit as a zip that is made while it is sent: its length is known, and no more than a piece of it is in memory.

Nothing is compressed: what is in a kit is compressed already, and only so the length is known beforehand.
"""

import hashlib

from django.http import HttpResponse, StreamingHttpResponse

from .dated import DatedZipStream

PIECE = 256 * 1024  # bytes
SUMS = "SHA256SUMS"


class Summed:
    """Remembers the SHA-256 of each member while its bytes go by, for the last member that names them all."""

    def __init__(self):
        self.lines = []

    def file(self, member):
        total = hashlib.sha256()
        with member.path.open("rb") as file:
            while piece := file.read(PIECE):
                total.update(piece)
                yield piece
        self.note(member.name, total)

    def text(self, name, words):
        data = words.encode()
        self.note(name, hashlib.sha256(data))
        yield data

    def note(self, name, total):
        self.lines.append(sum_line(total.hexdigest(), name))

    def sums(self):
        yield "".join(self.lines).encode()


def sum_line(digest, name):
    """As `sha256sum --check` reads it."""
    return f"{digest}  {name}\n"


def archive(kit, texts):
    """The zip of `kit`, with `texts` before its files and their checksums at the end."""
    stream, summed = DatedZipStream(kit.date), Summed()
    for name, words in texts.items():
        stream.add(summed.text(name, words), f"{kit.name}/{name}", size=len(words.encode()))
    for member in kit.files:
        stream.add(summed.file(member), f"{kit.name}/{member.name}", size=member.size)
    names = [*texts, *(member.name for member in kit.files)]
    length = sum(len(sum_line("0" * 64, name).encode()) for name in names)
    stream.add(summed.sums(), f"{kit.name}/{SUMS}", size=length)
    return stream


def entity_tag(kit, texts):
    """Of the bytes of the zip, without reading its files."""
    total = hashlib.sha256(str(kit.date).encode())
    states = [*texts.items(), *((member.name, f"{member.size} {member.state}") for member in kit.files)]
    for name, state in states:
        total.update(sum_line(hashlib.sha256(state.encode()).hexdigest(), name).encode())
    return f'"{total.hexdigest()}"'


def streamed(request, kit, texts, cache_control):
    """The answer. A file that changes its length while it is sent breaks the connection off, and is not half a kit."""
    stream = archive(kit, texts)
    headers = {
        "Content-Length": len(stream),
        "Content-Disposition": f'attachment; filename="persmap-{kit.name}.zip"',
        "Cache-Control": cache_control,
        "ETag": entity_tag(kit, texts),
        "Accept-Ranges": "none",
    }
    # For HEAD a server reads all of a stream, to throw it away.
    if request.method == "HEAD":
        return HttpResponse(content_type="application/zip", headers=headers)
    return StreamingHttpResponse(stream, content_type="application/zip", headers=headers)
