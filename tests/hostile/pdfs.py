"""Pdfs that are broken, protected, endless or that do something by themselves, written object by object."""

import hashlib
import zlib

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
IDENTITY = b"0123456789abcdef"


def pdf(*more, catalog=CATALOG, pages=PAGES, page=PAGE, trailer=b"", xref_at=None):
    """A pdf of these objects, numbered from 1; `xref_at` is a wrong address for the table."""
    data, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate((catalog, pages, page, *more), 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    data += b"trailer\n<</Size %d/Root 1 0 R%s>>\n" % (len(offsets) + 1, trailer)
    return bytes(data) + b"startxref\n%d\n%%%%EOF\n" % (start if xref_at is None else xref_at)


def opening(action):
    return pdf(catalog=CATALOG[:-2] + b"/OpenAction" + action + b">>")


def stream(dictionary, data):
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (dictionary, len(data), data)


def compressed_action():
    """The action in a stream of objects, where its letters do not stand as they are."""
    objects = b"9 0 <</S/JavaScript/JS(app.alert(1))>>"
    return pdf(stream(b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode", zlib.compress(objects)))


def objects_that_unpack():
    return pdf(stream(b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode", zlib.compress(b" " * 80_000_000, 9)))


def content_that_unpacks():
    content = stream(b"/Filter/FlateDecode", zlib.compress(b"0 0 m 9 9 l S " * 20_000_000, 9))
    return pdf(content, page=PAGE[:-2] + b"/Contents 4 0 R>>")


def many_pages(count=100_000):
    kids = b" ".join(b"%d 0 R" % (number + 4) for number in range(count))
    pages = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)
    return pdf(*[PAGE] * count, pages=pages)


def pages_in_a_circle():
    return pdf(pages=b"<</Type/Pages/Kids[2 0 R]/Count 9>>")


def nested(depth=100_000):
    return pdf(b"[" * depth + b"]" * depth, page=PAGE[:-2] + b"/Annots 4 0 R>>")


def gigantic_page():
    return pdf(page=PAGE.replace(b"200 200", b"9999999 9999999"))


def bookmarks_in_a_circle():
    outlines = b"<</Type/Outlines/First 5 0 R/Last 5 0 R>>"
    return pdf(outlines, b"<</Title(x)/Next 5 0 R/First 5 0 R>>", catalog=CATALOG[:-2] + b"/Outlines 4 0 R>>")


def rc4(key, data):
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def encrypted(password):
    """Under the standard handler, revision 2 (ISO 32000-1, 7.6.3); an empty `password` opens by itself."""
    padded = (password + PADDING)[:32]
    owner = rc4(hashlib.md5(b"eigenaar" + PADDING[:24]).digest()[:5], padded)  # noqa: S324
    rights = (-4).to_bytes(4, "little", signed=True)
    key = hashlib.md5(padded + owner + rights + IDENTITY).digest()[:5]  # noqa: S324
    entry = b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>"
    entry %= owner.hex().encode(), rc4(key, PADDING).hex().encode()
    name = IDENTITY.hex().encode()
    return pdf(trailer=b"/Encrypt%s/ID[<%s><%s>]" % (entry, name, name))
