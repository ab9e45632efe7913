"""Which releases may read this database.

A release that finds migrations which it does not know would go by the rules that it has: an older one showed what a
newer one keeps under embargo. The database says itself which releases may: `LEVEL` is that of this code, and a
migration that is more than an expansion raises both (`only_for_level`).
"""

from django.core.exceptions import ImproperlyConfigured
from django.db import connection, migrations, models
from django.db.migrations.loader import MigrationLoader

LEVEL = 1


class SchemaLevel(models.Model):
    """One row: the lowest level of code that may serve this database."""

    oldest_reader = models.PositiveIntegerField()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.oldest_reader)


class UnknownSchema(ImproperlyConfigured):
    """The database is of a newer release; the sentence says what to do."""


def refuse_unknown_schema():
    """Raise UnknownSchema if the database knows migrations that this code lacks, and does not say that it may serve."""
    unknown = unknown_migrations()
    if unknown and not may_read(connection.introspection.table_names()):
        names = ", ".join(f"{app} {name}" for app, name in sorted(unknown)[:5])
        raise UnknownSchema(
            f"The database is of a newer release than this code, which does not know: {names}. "
            "Start the newer release, or restore the back-up that was made before it."
        )


def unknown_migrations():
    """Those that were carried out and that no installed app has, nor had before it joined them to one."""
    loader = MigrationLoader(connection, ignore_no_migrations=True)
    known = set(loader.disk_migrations)
    for migration in loader.disk_migrations.values():
        known.update(migration.replaces)
    return set(loader.applied_migrations) - known


def may_read(tables):
    if SchemaLevel._meta.db_table not in tables:
        return False
    row = SchemaLevel.objects.first()
    return row is not None and row.oldest_reader <= LEVEL


def only_for_level(level):
    """The operation of a migration after which code below `level` may not serve the database any more.

    Needed where older code would read wrongly, or show too much: a removed or changed column, a new rule about what
    is public. Raise `LEVEL` with it.
    """

    def write(apps, _editor):
        apps.get_model("publication", "SchemaLevel").objects.update_or_create(pk=1, defaults={"oldest_reader": level})

    return migrations.RunPython(write, migrations.RunPython.noop, elidable=False)
