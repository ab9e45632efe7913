"""What an erasure would take away, for who has to confirm it."""

import json
import re
import zipfile
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import models
from django.urls import Resolver404, resolve
from filer.models import File as LibraryFile

from documents.formats import read, recognise
from files.fields import models_with_files
from files.trash import thrown_away
from files.unused import is_copy, named_by_rows

from .columns import is_json, tables, without_names
from .models import Kind
from .names import strings
from .relations import shown_by
from .spelling import joined
from .stored_bytes import mark_of, rows_with

AROUND = 40  # characters of a text, before and after what is found
MOST = 50  # files to choose from


@dataclass(frozen=True)
class Place:
    """A text in which a name stands."""

    model: type
    field: models.Field
    key: object
    excerpt: str

    @property
    def label(self):
        return f"{self.model._meta.verbose_name} {self.key}, {self.field.verbose_name}"


@dataclass(frozen=True)
class Option:
    """A file that can be chosen, with all that would go with it."""

    path: Path
    # Else what is sought may stand in the part that nobody read.
    is_found: bool = True

    @cached_property
    def mark(self):
        return mark_of(self.path)

    @property
    def value(self):
        return self.mark["sha256"]

    @cached_property
    def rows(self):
        return list(rows_with(self.mark))

    @property
    def label(self):
        return str(self.rows[0]) if self.rows else self.path.name

    @property
    def kind(self):
        return Kind.PICTURE if any(isinstance(row, LibraryFile) for row in self.rows) else Kind.FILE

    @property
    def uses(self):
        shown = [one for row in self.rows if isinstance(row, LibraryFile) for one in shown_by(row)]
        return [f"{row._meta.verbose_name}: {row}" for row in [*self.rows, *shown]]

    @property
    def address(self):
        """Where staff open it; empty in the trash."""
        return next((row.get_staff_url() for row in self.rows if hasattr(row, "get_staff_url")), "")


def places(sought):
    for table in tables():
        for key, row in table.rows():
            for field, value in row.items():
                if without_names(sought, field, value) is not None:
                    yield Place(table.model, field, key, excerpt(sought, field, value))


def excerpt(sought, field, value):
    texts = [owner[at] for _name, owner, at in strings([json.loads(value)])] if is_json(field) else [value]
    for text in texts:
        for start, end in sought.places(text)[:1]:
            return " ".join(text[max(0, start - AROUND) : end + AROUND].split())
    return ""


def counted(found):
    """How many places of each kind, the most first."""
    return Counter(str(place.model._meta.verbose_name_plural) for place in found).most_common()


def naming(sought, names, found):
    """Files that hold one of the names: in the text that was read in them, or in their bytes; the trash as well.

    After these, those of which only the first part was read.
    """
    paths, named = {path for place in found for path in files_of(place)}, named_by_rows()
    unsure = set(read_in_part())
    for path in [*originals(), *thrown_away()]:
        outline = None if path in named else outline_of(path)
        if holds(path, sought, names) or says(outline, sought):
            paths.add(path)
        elif outline is not None and outline["cut"]:
            unsure.add(path)
    return one_of_each([*map(Option, sorted(paths)), *(Option(path, is_found=False) for path in sorted(unsure))])


def read_in_part():
    """Files of which only the first part was read: what a row keeps of it says so."""
    for model, fields in models_with_files():
        for words in filter(is_json, model._meta.local_fields):
            for row in model._base_manager.filter(**{f"{words.name}__cut": True}).defer(words.name):
                yield from on_disk(getattr(row, fields[0].name))


def one_of_each(options):
    """The first of those with the same bytes."""
    kept = {}
    for option in options:
        kept.setdefault(option.value, option)
    return list(kept.values())


def originals():
    return (path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file() and not is_copy(path))


def files_of(place):
    """The file of the row in which words were found that had been read in it."""
    fields = dict(models_with_files()).get(place.model, ())
    if fields and is_json(place.field):
        yield from on_disk(getattr(place.model._base_manager.get(pk=place.key), fields[0].name))


def on_disk(file):
    """Its path, where the row names a file and there is one."""
    if file and Path(file.path).is_file():
        yield Path(file.path)


def holds(path, sought, names):
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            parts = [package.read(name) for name in package.namelist() if name.endswith((".xml", ".rels"))]
        return any(sought.places(part.decode(errors="replace")) for part in parts)
    written = {form for name in names for form in (name, name.lower(), name.upper(), name.title())}
    forms = {form.encode(code, "ignore") for form in written for code in ("utf-8", "utf-16-le", "utf-16-be", "cp1252")}
    return re.search(b"|".join(map(re.escape, forms)), path.read_bytes()) is not None


def outline_of(path):
    """Of a document that no row knows: it is read as at its upload, in a confined process. None where it has none."""
    with path.open("rb") as opened:
        try:
            file = File(opened, name=path.name)
            return read(file, recognise(file)).get("outline")
        except ValidationError:
            return None  # no document, or one that can't be read


def says(outline, sought):
    return outline is not None and sought.taken_out_of_structure(outline) != outline


def options(kind, text):
    """Files whose title, name or address has `text` in it."""
    text = urlsplit(text.strip()).path
    key, letters, found = picture_at(text), joined(text), set()
    for model, fields in models_with_files():
        if issubclass(model, LibraryFile) != (kind == Kind.PICTURE):
            continue
        unread = [field.name for field in model._meta.local_fields if is_json(field)]
        for row in model._base_manager.select_related().defer(*unread).iterator():
            file = getattr(row, fields[0].name)
            if file and (row.pk == key or letters in joined(described(row, file))) and Path(file.path).is_file():
                found.add(Path(file.path))
    return [Option(path) for path in sorted(found)]


def described(row, file):
    address = row.get_absolute_url() if hasattr(row, "get_absolute_url") else ""
    return f"{row} {getattr(row, 'original_filename', '')} {file.name} {address}"


def picture_at(address):
    """The key of the picture of which `address` is a copy."""
    try:
        found = resolve(address)
    except Resolver404:
        return None
    return found.kwargs.get("pk") if found.app_name == "pictures" else None
