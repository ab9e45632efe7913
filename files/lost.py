"""A database whose files are elsewhere: restored without them, or started with another DATA_DIR."""

import os
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from .fields import models_with_files


class LostFiles(ImproperlyConfigured):
    """Rows name files, and there is none; the sentence says what to do."""


def refuse_lost_files():
    """Raise LostFiles if the file store is empty while a row names a file."""
    if not has_files(Path(settings.MEDIA_ROOT)) and (name := named_by_a_row()):
        raise LostFiles(
            f"The database names files ({name}), and {settings.MEDIA_ROOT} has none. "
            "Restore DATA_DIR/files from the back-up, or correct DATA_DIR."
        )


def has_files(folder):
    return any(names for _folder, _folders, names in os.walk(folder))


def named_by_a_row():
    """The first file that any row of any model names; "" where none does, or where its place is still to be made."""
    tables = set(connection.introspection.table_names())
    for model, fields in models_with_files():
        for field in there(model, fields) if model._meta.db_table in tables else ():
            names = model._base_manager.exclude(**{field.name: ""}).exclude(**{f"{field.name}__isnull": True})
            if name := names.values_list(field.name, flat=True).first():
                return name
    return ""


def there(model, fields):
    """Those whose column is there: the migration that adds one may come after this."""
    names = columns(model._meta.db_table)
    return [field for field in fields if field.column in names]


def columns(table):
    with connection.cursor() as cursor:
        return {column.name for column in connection.introspection.get_table_description(cursor, table)}
