"""Where words stand in the database: every text of every model, so that the next model is among them by itself."""

import json
from dataclasses import dataclass
from functools import cached_property

from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

AT_A_TIME = 500  # rows
# Keys of the machinery that nobody's name stands in: with another value it would not find what belongs to it.
MACHINERY = frozenset(
    {
        "auth.group.name",
        "auth.permission.codename",
        "auth.permission.name",
        "auth.user.password",
        "cms.cmsplugin.plugin_type",
        "cms.placeholder.slot",
        "contenttypes.contenttype.app_label",
        "contenttypes.contenttype.model",
        "otp_static.statictoken.token",
        "otp_totp.totpdevice.key",
        # These end as a whole (leftovers.py).
        "sessions.session.session_data",
        "sessions.session.session_key",
        "sites.site.domain",
    }
)
WORDS = (models.CharField, models.TextField, models.JSONField, models.FileField)
ADDRESSES = (models.SlugField, models.EmailField, models.URLField, models.FileField)


@dataclass(frozen=True)
class Table:
    """A table and its columns with words, as they lie in the database: reading through a field can change them."""

    model: type

    @property
    def name(self):
        return self.model._meta.db_table

    @cached_property
    def fields(self):
        return [field for field in self.model._meta.local_fields if holds_words(field)]

    def rows(self):
        """(key, {field: value}) of every row."""
        last = None
        while found := self.select(">", last, f"LIMIT {AT_A_TIME}"):
            yield from found
            last = found[-1][0]

    def locked(self, key):
        """As `rows`, of this row as it is now, if it is there still; nobody else changes it during the transaction."""
        # SQLite knows no locks of rows: its transactions have the only one that there is.
        lock = "FOR UPDATE" if connection.features.has_select_for_update else ""
        return self.select("=", key, lock)

    def select(self, compared, value, ending):
        quote = connection.ops.quote_name
        key = quote(self.model._meta.pk.column)
        columns = ", ".join([key, *(quote(field.column) for field in self.fields)])
        where = f"WHERE {key} {compared} %s" if value is not None else ""
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {columns} FROM {quote(self.name)} {where} ORDER BY {key} {ending}",  # noqa: S608
                [value] if where else [],
            )
            return [(row[0], dict(zip(self.fields, row[1:], strict=True))) for row in cursor.fetchall()]

    def write(self, field, key, value):
        """Another row may have the same words by now: then the key of this one makes the difference."""
        try:
            with transaction.atomic():
                self.update(field, key, value)
        except IntegrityError:
            own = f"-{key}" if isinstance(field, ADDRESSES) else f" {key}"
            self.update(field, key, value[: (field.max_length or len(value) + len(own)) - len(own)] + own)

    def update(self, field, key, value):
        quote = connection.ops.quote_name
        statement = (
            f"UPDATE {quote(self.name)} SET {quote(field.column)} = %s WHERE {quote(self.model._meta.pk.column)} = %s"  # noqa: S608
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, [value, key])


def holds_words(field):
    label = f"{field.model._meta.label_lower}.{field.name}"
    return isinstance(field, WORDS) and not field.choices and label not in MACHINERY


def tables():
    for model in apps.get_models(include_auto_created=True):
        table = Table(model)
        if model._meta.managed and not model._meta.proxy and table.fields:
            yield table


def is_json(field):
    return isinstance(field, models.JSONField)


def without_names(sought, field, value):
    """What `field` says when the names are taken out of its `value`; None where that holds none."""
    if not value:
        return None
    if is_json(field):
        before = json.loads(value)
        after = sought.taken_out_of_structure(before)
        return json.dumps(after, ensure_ascii=False) if after != before else None
    if not sought.places(value):
        return None
    return sought.taken_out(value, longest=field.max_length, of_address=isinstance(field, ADDRESSES))
