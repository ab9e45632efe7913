"""What is left of something erased where no row leads: copies, sessions, letters on disk, freed pages."""

from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection

from files.unused import is_copy, named_by_rows, remove_empty_folders, unused_files

from .columns import tables

# Another connection may be reading for a moment.
TRIES = 5


def end_sessions(sought):
    """Of those in which a name stands, in a message or a form that was kept."""
    for session in Session.objects.iterator():
        if sought.places(str(session.get_decoded())):
            session.delete()


def remove_copies():
    """All that are in use nowhere: they hold words and pixels of what they were made of, and can be made again."""
    for path in unused_files(days=0):
        if is_copy(path):
            path.unlink(missing_ok=True)
            remove_empty_folders(path)


def remove_named(sought):
    """Files with a name in their own, also in the trash: the row has another by now."""
    named = named_by_rows()
    for root in (Path(settings.MEDIA_ROOT), Path(settings.TRASH_ROOT)):
        for path in root.rglob("*"):
            if path.is_file() and path not in named and sought.places(str(path.relative_to(root))):
                path.unlink(missing_ok=True)
                remove_empty_folders(path)


def remove_letters():
    """Those that a machine without a mail server keeps on its disk."""
    for letter in Path(settings.DATA_DIR, "mail").glob("*"):
        letter.unlink()


def overwrite_freed_pages():
    """A row that changed leaves its former words in the database's files until they are written anew."""
    if connection.vendor == "sqlite":
        vacuum_sqlite()
    else:
        vacuum_postgresql()


def vacuum_sqlite():
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        for _try in range(TRIES):
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy, _pages, _moved = cursor.fetchone()
            if not busy:
                return
    raise StillInUse


def vacuum_postgresql():
    """Each table waits for who is using it, for a few seconds at the most."""
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '5s'")
        try:
            for table in tables():
                cursor.execute(f"VACUUM (FULL) {connection.ops.quote_name(table.name)}")
        finally:
            cursor.execute("RESET lock_timeout")


class StillInUse(Exception):
    """Another process reads the embedded database, whose journal can't be emptied meanwhile."""
