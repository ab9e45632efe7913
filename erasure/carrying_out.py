"""Carry out what stands on the list of erasures: at once, and again in a database that was restored."""

import os
import uuid
from pathlib import Path

from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone

from files.fields import storages_of
from files.storage import note_written

from . import ledger, leftovers, stored_bytes
from .columns import tables, without_names
from .models import Erasure, Kind
from .names import Sought


def line(kind, marks, ground, by):
    """What goes on the list: keys and marks, no names."""
    key, at = str(uuid.uuid4()), timezone.now().isoformat()
    return {"key": key, "kind": str(kind), "marks": marks, "ground": str(ground), "at": at, "by": by.pk}


def sought_in(lines):
    marks = tuple(mark for one in lines if one["kind"] == Kind.NAME for mark in one["marks"])
    return Sought(ledger.key(), marks) if marks else None


def bytes_in(lines):
    return [mark for one in lines if one["kind"] != Kind.NAME for mark in one["marks"]]


@transaction.atomic
def carry_out(lines, session=None):
    """The rows in one transaction; what lies on the disk once that is committed. `session`: of who asks for it."""
    sought, paths = sought_in(lines), []
    for mark in bytes_in(lines):
        paths += stored_bytes.erase_rows(mark)
    if sought:
        leftovers.withdraw_letters(sought)
        erase_names(sought)
        leftovers.end_sessions(sought, session)
    for one in lines:
        note(one)
    # Robust: it is logged, and done again by the next `repeat_erasures`.
    transaction.on_commit(lambda: finish(lines, paths), robust=True)


def erase_names(sought):
    for table in tables():
        for key, row in table.rows():
            if any(without_names(sought, field, value) is not None for field, value in row.items()):
                for _key, present in table.locked(key):
                    erase_in_row(sought, table, key, present)


def erase_in_row(sought, table, key, row):
    for field, value in row.items():
        rest = without_names(sought, field, value)
        if rest is not None:
            if isinstance(field, models.FileField):
                rest = under_another_name(field, value, rest)
            table.write(field, key, rest)


def under_another_name(field, name, wanted):
    """The bytes of the file `name` under a name that is free; the former one goes after the commit."""
    for storage in storages_of(field):
        if storage.exists(name):
            wanted = storage.get_available_name(wanted)
            Path(storage.path(wanted)).parent.mkdir(parents=True, exist_ok=True)
            os.link(storage.path(name), storage.path(wanted))
            note_written(storage.path(wanted))
    return wanted


def note(one):
    """Who erased something of what kind, when and why, as far as the database knows that person."""
    by = get_user_model().objects.filter(pk=one["by"]).first()
    fields = {"kind": one["kind"], "ground": one["ground"], "at": one["at"], "by": by, "finished": False}
    erasure, _new = Erasure.objects.update_or_create(fields, key=one["key"])
    kind = ContentType.objects.get_for_model(Erasure)
    if by and not LogEntry.objects.filter(content_type=kind, object_id=str(erasure.pk)).exists():
        LogEntry.objects.create(
            user=by,
            content_type=kind,
            object_id=str(erasure.pk),
            object_repr=str(erasure),
            action_flag=DELETION,
            change_message="",
        )


def finish(lines, paths):
    stored_bytes.remove_from_disk(bytes_in(lines), paths)
    leftovers.remove_copies()
    leftovers.forget_kept_uploads()
    if sought := sought_in(lines):
        leftovers.remove_named(sought)
        leftovers.erase_in_other_files(sought)
    leftovers.overwrite_freed_pages()
    Erasure.objects.filter(key__in=[one["key"] for one in lines]).update(finished=True)


def to_be_repeated():
    """What this database or this disk does not know of, or has again."""
    finished = {str(key) for key in Erasure.objects.filter(finished=True).values_list("key", flat=True)}
    lines = ledger.lines()
    back = [mark for _path, mark in stored_bytes.everywhere(bytes_in(lines))]
    for one in lines:
        if one["key"] not in finished or any(mark in back for mark in bytes_in([one])):
            yield one
