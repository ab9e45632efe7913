"""Look for bytes in all that a database and the folders of the site hold; keep a database as a back-up does."""

import zipfile
from contextlib import suppress

from django.db import connection, transaction


def words_in_database(word):
    """Where `word` stands: in SQLite in any page of the file, in PostgreSQL in any column of any table."""
    if connection.vendor == "sqlite":
        return [form for form in forms(word) if form in connection.connection.serialize().lower()]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' "
            "AND data_type IN ('character varying', 'text', 'json', 'jsonb', 'character', 'USER-DEFINED', 'bytea')"
        )
        columns = cursor.fetchall()
        return [column for column in columns if stands_in(cursor, *column, word)]


def files_of_tables():
    """The file in which PostgreSQL keeps each table: another one once it was written anew."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname, pg_relation_filenode(oid) FROM pg_class WHERE relkind = 'r'")
        return dict(cursor.fetchall())


def stands_in(cursor, table, column, word):
    cursor.execute(f'SELECT count(*) FROM "{table}" WHERE "{column}"::text ILIKE %s', [f"%{word}%"])  # noqa: S608
    return bool(cursor.fetchone()[0])


def forms(word):
    return [word.lower().encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]


def files_with(word, *folders):
    """Files whose bytes, parts or names hold `word`."""
    paths = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [
        path for path in paths if word in path.as_posix().lower() or any(in_bytes(path, form) for form in forms(word))
    ]


def in_bytes(path, form):
    if form in path.read_bytes().lower():
        return True
    with suppress(zipfile.BadZipFile), zipfile.ZipFile(path) as package:
        return any(form in package.read(name).lower() for name in package.namelist())
    return False


def backed_up():
    """Every row of every table."""
    kept = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table != "django_migrations":
                cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
                kept[table] = ([column[0] for column in cursor.description], cursor.fetchall())
    return kept


@transaction.atomic
def restore(kept):
    """Keys are compared at the end, so that the order of the tables is of no matter."""
    with connection.cursor() as cursor:
        for table in kept:
            cursor.execute(f'DELETE FROM "{table}"')  # noqa: S608
        for table, (columns, rows) in kept.items():
            names = ", ".join(f'"{name}"' for name in columns)
            places = ", ".join(["%s"] * len(columns))
            cursor.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({places})', rows)  # noqa: S608
