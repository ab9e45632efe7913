"""What an Office file may hold: nothing that runs, nothing that is fetched, nothing that grows."""

import re

from lxml import etree

from .refusals import Refusal

MOST_PARTS = 5000
MOST_UNPACKED = 300 * 1024 * 1024
MOST_XML = 16 * 1024 * 1024  # of one part
MOST_RATIO = 100
SMALL = 10 * 1024 * 1024  # whatever its ratio
MOST_THUMBNAIL = 1024 * 1024

RUNS = re.compile(r"vbaproject|vbadata|/activex/|/macrosheets/|/ctrlprops/", re.IGNORECASE)
RUNS_FROM_A_SLIDE = re.compile(rb"ppaction://(program|macro|ole)", re.IGNORECASE)
# The format forbids a document type (ECMA-376, part 2, 8.1.4), and with it entities.
DOCUMENT_TYPE = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
LINK = "/hyperlink"
SAFE_LINKS = ("http:", "https:", "mailto:", "tel:", "#")


def judge(archive, size):
    """Raise Refusal for what is not taken; `size` is that of the file. Each part is read once, so all are whole."""
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or unpacked > max(MOST_RATIO * size, SMALL):
        raise Refusal("unpacks")
    names = [part.filename for part in parts]
    if len(set(names)) < len(names):
        raise Refusal("broken")
    if any(RUNS.search(name) for name in names):
        raise Refusal("active")
    for part in parts:
        judge_part(archive, part)


def judge_part(archive, part):
    if not part.filename.lower().endswith((".xml", ".rels", ".vml")):
        with archive.open(part) as file:
            while file.read(1024 * 1024):
                pass  # to its end, where its checksum is compared
        return
    if part.file_size > MOST_XML:
        raise Refusal("unpacks")
    xml = archive.read(part)
    plain = xml.replace(b"\0", b"")  # as UTF-16 has it
    if DOCUMENT_TYPE.search(plain):
        raise Refusal("broken")
    if b"macroEnabled" in plain or RUNS_FROM_A_SLIDE.search(plain):
        raise Refusal("active")
    if part.filename.lower().endswith(".rels"):
        refuse_what_is_fetched(xml)


def refuse_what_is_fetched(relations):
    """A picture, a template or an object from elsewhere tells its host who opens the file."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for relation in etree.fromstring(relations, parser):
        if relation.get("TargetMode", "").lower() != "external":
            continue
        target = relation.get("Target", "").strip().lower()
        if not relation.get("Type", "").endswith(LINK) or not target.startswith(SAFE_LINKS):
            raise Refusal("outside")


def thumbnail(archive):
    """The bytes of the picture that PowerPoint leaves in a file, if there is one of a sensible size."""
    try:
        part = archive.getinfo("docProps/thumbnail.jpeg")
    except KeyError:
        return None
    return archive.read(part) if part.file_size <= MOST_THUMBNAIL else None
