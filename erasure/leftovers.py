"""What is left of something erased where no row leads: copies, sessions, letters on disk, freed pages."""

import logging
import os
import tempfile
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import OperationalError, connection
from django.utils.translation import gettext

from files.unused import is_copy, named_by_rows, remove_empty_folders, unused_files
from letters.models import Letter
from pictures.copies import make_all_missing
from pictures.models import Picture

from .columns import tables

logger = logging.getLogger(__name__)
# Another connection may be reading for a moment.
TRIES = 5
# Bytes that are no text stay what they are.
CODING = {"encoding": "utf-8", "errors": "surrogateescape", "newline": ""}


def end_sessions(sought):
    """Of those in which a name stands, in a message or a form that was kept."""
    for session in Session.objects.iterator():
        if sought.places(str(session.get_decoded())):
            session.delete()


def withdraw_letters(sought):
    """Before their rows are rewritten: a letter would go to an address that is made of another, and open its link."""
    for letter in Letter.objects.not_sent():
        said = (letter.recipient, letter.reply_to, letter.subject, letter.text, letter.html, str(letter.secrets))
        if any(sought.places(text) for text in said):
            letter.withdraw(gettext("The letter named somebody who was erased."))


def remove_copies():
    """All that are in use nowhere: they hold words and pixels of what they were made of, and can be made again.

    Those of a picture whose words changed are made first, so that readers are not without.
    """
    for picture in make_all_missing(Picture.objects.all()):
        logger.warning("Not all copies of picture %s could be made", picture.pk)
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


def erase_in_other_files(sought):
    """A log goes on without the name. Letters on the disk, of a machine without a mail server, are codes to who looks
    for words: all go. Whatever else holds the name was passing.
    """
    for path in other_files():
        if path.suffix == ".log" and path.parent.name != "mail":
            rewrite(path, sought)
        elif path.parent.name == "mail" or any(sought.places(line) for line in lines_of(path)):
            path.unlink(missing_ok=True)


def other_files():
    """What lies in DATA_DIR besides the files of the site, its list of erasures and its database."""
    elsewhere = (settings.MEDIA_ROOT, settings.TRASH_ROOT, settings.STATIC_ROOT, settings.ERASURES_ROOT)
    for path in Path(settings.DATA_DIR).rglob("*"):
        kept = path.name.startswith("site.sqlite3") or path.name == "secret-key"
        if path.is_file() and not kept and not any(path.is_relative_to(folder) for folder in elsewhere):
            yield path


def lines_of(path):
    with path.open(**CODING) as file:
        return file.readlines()


def rewrite(path, sought):
    """Under a passing name first; who writes to a log opens it anew for each line."""
    lines = lines_of(path)
    rest = [sought.taken_out(line) for line in lines]
    if rest != lines:
        with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, **CODING) as file:
            file.writelines(rest)
        os.replace(file.name, path)


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
        in_use = [table.name for table in tables() if not vacuumed(cursor, table)]
        cursor.execute("RESET lock_timeout")
    if in_use:
        raise StillInUse(", ".join(in_use))


def vacuumed(cursor, table):
    try:
        cursor.execute(f"VACUUM (FULL) {connection.ops.quote_name(table.name)}")
    except OperationalError:
        return False
    return True


class StillInUse(Exception):
    """Somebody else uses a table, or reads the embedded database, whose journal can't be emptied meanwhile."""
