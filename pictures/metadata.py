"""What a copy of a picture says of itself: XMP with the terms of Dublin Core, IPTC Photo Metadata and PLUS.

https://iptc.org/std/photometadata/specification/IPTC-PhotoMetadata
"""

import hashlib

from django.template.loader import render_to_string

from publication.choices import Licence
from publication.xml_text import xml_text


def xmp(picture):
    """The packet of `picture`, as bytes in UTF-8; the same for the same record."""
    said = {
        "title": picture.name,
        "description": " ".join(filter(None, [picture.default_caption, picture.who_and_where])),
        "alt": picture.alt,
        "credit": picture.credit,
        "date": picture.made_on.isoformat() if picture.made_on else "",
        "licensor": picture.permission_from,
        "rights": " ".join(filter(None, [picture.credit and f"© {picture.credit}.", terms_of(picture)])),
        "terms": terms_of(picture),
        "statement": Licence(picture.licence).address if picture.reusable else "",
    }
    said = {name: xml_text(str(value or "").strip()) for name, value in said.items()}
    if picture.licence == Licence.CC0 and picture.reusable:
        said["rights"] = said["terms"]  # No rights are kept: no © either.
    marked = not (picture.reusable and picture.licence == Licence.CC0)
    return render_to_string("pictures/metadata.xml", said | {"marked": marked}).strip().encode()


def terms_of(picture):
    """In one sentence: the licence, or that there is none. The language of a file is that of its site."""
    words = str(Licence(picture.licence).label if picture.reusable else Licence.ALL_RIGHTS.label)
    return f"{words}."


def metadata_checksum(picture):
    """Hexadecimal; another as soon as a copy has something else to say."""
    return hashlib.sha256(xmp(picture)).hexdigest()[:12]
