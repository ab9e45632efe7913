"""Office files with something in their zip that does not belong there."""

import io
import zipfile

from tests.factories import pptx_bytes

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
BILLION = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)


def repacked(replace=None, **add):
    """A deck of one slide whose parts go through `replace(name, data)`, with the parts `add` beside them."""
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(pptx_bytes())) as source,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, replace(name, data) if replace else data)
        for name, data in add.items():
            target.writestr(name, data)
    return result.getvalue()


def with_part(name, data):
    return repacked(**{name: data})


def edited(part, old, new):
    def replace(name, data):
        assert name != part or old in data
        return data.replace(old, new) if name == part else data

    return repacked(replace)


def external(kind, target):
    """A slide with a relation of the type `kind` to something outside of the file."""
    relation = f'<Relationship Id="rId99" Type="{RELATIONS}/{kind}" Target="{target}" TargetMode="External"/>'
    return edited("ppt/slides/_rels/slide1.xml.rels", b"</Relationships>", f"{relation}</Relationships>".encode())


def document_type(declaration, reference, part="ppt/presentation.xml", encoding="utf-8"):
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{declaration}]><x>{reference}</x>'.encode(encoding)
    return repacked(lambda name, data: xml if name == part else data)


def deep_xml(depth=300_000):
    xml = b"<a>" * depth + b"</a>" * depth
    return repacked(lambda name, data: xml if name == "ppt/presentation.xml" else data)


def bomb(parts=1, megabytes=400):
    """Zeros, which pack a thousand to one."""
    zeros = bytes(megabytes * 1024 * 1024 // parts)
    return repacked(**{f"ppt/media/image{number}.png": zeros for number in range(parts)})


def many_parts(count=20_000):
    return repacked(**{f"ppt/media/{number}.png": b"" for number in range(count)})


def zips(depth=6, data=bytes(1_000_000)):
    """A zip in a zip in a zip."""
    for number in range(depth):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for copy in range(8):
                archive.writestr(f"{number}-{copy}.zip", data)
        data = buffer.getvalue()
    return data


def lying_about_its_size():
    """The directory says ten bytes where there are more."""
    data = bytearray(with_part("ppt/media/image9.png", bytes(5_000_000)))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(data)
