"""The kinds of parts that an Office file may have, by their names and their first bytes (ECMA-376, part 2)."""

import re

PICTURES = {
    "bmp": rb"BM",
    "emf": rb"\x01\x00\x00\x00",
    "gif": rb"GIF8[79]a",
    "jfif": rb"\xff\xd8\xff",
    "jpe": rb"\xff\xd8\xff",
    "jpeg": rb"\xff\xd8\xff",
    "jpg": rb"\xff\xd8\xff",
    "png": rb"\x89PNG\r\n\x1a\n",
    "tif": rb"II\*\x00|MM\x00\*",
    "tiff": rb"II\*\x00|MM\x00\*",
    "wdp": rb"II\xbc",
    "webp": rb"RIFF....WEBP",
    "wmf": rb"\xd7\xcd\xc6\x9a|[\x01\x02]\x00\x09\x00",
}
FILM = rb"....(ftyp|moov|mdat|free|skip|wide)"
SOUNDS = {
    "m4a": FILM,
    "m4v": FILM,
    "mov": FILM,
    "mp3": rb"ID3|\xff[\xe2-\xff]",
    "mp4": FILM,
    "wav": rb"RIFF....WAVE",
}
# Scrambled fonts have no beginning of their own; settings of a printer are a structure of its driver.
OTHER = {"fntdata": rb"", "odttf": rb"", "bin": rb""}
BEGINNINGS = {extension: re.compile(start, re.DOTALL) for extension, start in (PICTURES | SOUNDS | OTHER).items()}
PROGRAM = re.compile(
    rb"MZ|\x7fELF|#!|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe|\xfe\xed\xfa[\xce\xcf]|PK\x03\x04|\xd0\xcf\x11\xe0"
)
PRINTER = re.compile(r"(^|/)printersettings/printersettings\d*\.bin$")
XML_KINDS = {"rels": "relations", "vml": "drawing", "svg": "picture", "xml": "part", "psmdcp": "part"}
PACKAGES = {"xlsx", "docx", "pptx"}


def kind_of(name):
    """What a part called `name` is judged as; None for a kind that is not taken."""
    name = name.lower()
    if ".." in name.split("/") or name.startswith("/") or "\\" in name or "\0" in name:
        return None
    if name.endswith("/"):
        return "folder"
    extension = name.rpartition(".")[2]
    if extension in XML_KINDS:
        return "types" if name == "[content_types].xml" else XML_KINDS[extension]
    if extension in PACKAGES:
        return "package"
    if extension == "bin" and not PRINTER.search(name):
        return None
    return "bytes" if extension in BEGINNINGS else None


def begins_well(name, start):
    return not PROGRAM.match(start) and bool(BEGINNINGS[name.lower().rpartition(".")[2]].match(start))
