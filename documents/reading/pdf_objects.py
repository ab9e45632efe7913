"""Every object of a pdf, wherever a program might find it (ISO 32000-2, 7.5).

pikepdf (qpdf) knows names with escapes, filters that stand elsewhere and objects in streams of objects. A file is
looked at in more than one way, as programs read a broken or an amended one differently: as it says itself, as it was
before each amendment, and as it looks to who must search it for objects.
"""

import io
import mmap
import re
from contextlib import suppress

import pikepdf
from pikepdf import ObjectType

from .refusals import Refusal

MOST_OBJECTS = 250_000
MOST_AMENDMENTS = 30
MOST_UNPACKED = 32 * 1024 * 1024  # of one stream of objects
# The first part of a linearized file ends with 0 (annex F): that is no earlier state of it.
END = re.compile(rb"startxref\s+(?P<at>\d+)\s+%%EOF")
START_OF_TABLE = re.compile(rb"startxref")


def dictionaries(file):
    """Each dictionary in the open pdf `file`, as a pair: its entries, and whether a stream belongs to it.

    Raises Refusal where the file can't be read, or holds more than is looked at.
    """
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        ends = [found.end() for found in END.finditer(data) if found["at"].strip(b"0")][:-1]
        if len(ends) > MOST_AMENDMENTS:
            raise Refusal("amended", str(len(ends)))
        try:
            yield from of_file(file)
        except pikepdf.PdfError as error:
            raise Refusal("broken") from error
        for size in (*ends, start_of_last_table(data)):
            with suppress(pikepdf.PdfError):  # as such it is nobody's pdf
                yield from of_file(io.BytesIO(data[:size]))


def start_of_last_table(data):
    """Without what stands there, a program has to search for the objects."""
    return max((found.start() for found in START_OF_TABLE.finditer(data)), default=len(data))


def of_file(file):
    """The same of one state of a file; raises pikepdf.PdfError where it is no pdf."""
    with pikepdf.open(file, suppress_warnings=True) as pdf:
        packed = []
        yield from of_object(pdf.trailer)
        for number, found in enumerate(pdf.objects):
            if number > MOST_OBJECTS:
                raise Refusal("unpacks")
            if isinstance(found, pikepdf.Object):  # and no number
                yield from of_object(found)
                if found._type_code == ObjectType.stream and found.get("/Type") == "/ObjStm":
                    packed.append(unpacked(found))
    if packed:
        yield from of_file(io.BytesIO(as_pdf(packed)))


def of_object(found):
    """What is not a part of the object itself is an object of its own, and comes by itself."""
    waiting = [found]
    while waiting:
        part = waiting.pop()
        kind = part._type_code
        if kind == ObjectType.array:
            waiting += own_parts(part)
        elif kind in (ObjectType.dictionary, ObjectType.stream):
            entries = dict(part.items())
            yield entries, kind == ObjectType.stream
            waiting += own_parts(entries.values())


def own_parts(values):
    """Those of `values` that can hold others and stand here themselves."""
    return [value for value in values if isinstance(value, pikepdf.Object) and not value.is_indirect]


def unpacked(stream):
    """The objects in a stream of objects (7.5.7), whether the file's table names them or not: number, bytes."""
    try:
        data, first, count = stream.read_bytes(), int(stream.First), int(stream.N)
    except MemoryError:
        raise Refusal("unpacks") from None
    except (pikepdf.PdfError, pikepdf.DataDecodingError, AttributeError, TypeError, ValueError) as error:
        raise Refusal("broken") from error
    if len(data) > MOST_UNPACKED:
        raise Refusal("unpacks")
    numbers = [int(word) for word in data[:first].split()[: 2 * count] if word.isdigit()]
    starts = [first + offset for offset in numbers[1::2]]
    return [
        (number, data[start:end])
        for number, start, end in zip(numbers[::2], starts, [*starts[1:], len(data)], strict=False)
    ]


def as_pdf(packed):
    """A pdf with these objects on their own, for the same eyes."""
    objects = [each for stream in packed for each in stream]
    first = max((number for number, _ in objects), default=0) + 1
    ends = (b"<</Type/Page/Parent %d 0 R>>", b"<</Type/Pages/Kids[%d 0 R]/Count 1>>", b"<</Type/Catalog/Pages %d 0 R>>")
    objects += [(first + n, end % (first + of)) for n, (end, of) in enumerate(zip(ends, (1, 0, 1), strict=True))]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % each for each in objects)
    return b"%%PDF-1.7\n%strailer\n<</Root %d 0 R>>\n" % (body, first + 2)
