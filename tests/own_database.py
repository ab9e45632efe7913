"""Databases for processes of their own, beside that of the tests.

Migrating an empty one takes a quarter of a minute, so those that need one migrated get a copy.
"""

import os
import shutil
import sqlite3
from contextlib import ExitStack, closing, contextmanager
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection


def run(statement):
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)


@contextmanager
def postgres_database(name, template="template1"):
    """An own database on the tests' server, for as long as the context lasts."""
    run(f'DROP DATABASE IF EXISTS "{name}"')
    run(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    yield
    run(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def kept_as_migrated(folder):
    """Keep the tests' database as its migrations left it: a file in `folder`, or the name of a database."""
    if connection.vendor == "sqlite":
        path = folder / "migrated.sqlite3"
        connection.ensure_connection()
        with closing(sqlite3.connect(path)) as copy:
            connection.connection.backup(copy)
        yield path
        return
    source = connection.settings_dict["NAME"]
    connection.close()  # PostgreSQL copies only what nobody uses
    with postgres_database(f"{source}_migrated", source):
        yield f"{source}_migrated"


@contextmanager
def own_database(django_db_blocker, template="template1"):
    """DATABASE_URL of a PostgreSQL database, empty by default; "" on SQLite, which has its own in each DATA_DIR."""
    if connection.vendor == "sqlite":
        yield ""
        return
    name = f"{connection.settings_dict['NAME']}_own"
    with django_db_blocker.unblock(), postgres_database(name, template):
        yield urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, tmp_path_factory):
    """A copy is made at once: the tables of some tests end empty, also of what migrations put into them."""
    with ExitStack() as keeping:
        with django_db_blocker.unblock():
            kept = keeping.enter_context(kept_as_migrated(tmp_path_factory.mktemp("migrated")))
        yield kept
        with django_db_blocker.unblock():
            keeping.close()


@pytest.fixture
def migrated_url(django_db_setup, django_db_blocker, tmp_path):
    """DATABASE_URL of a migrated database for a process whose DATA_DIR is the test's own folder."""
    if connection.vendor == "sqlite":
        shutil.copy(django_db_setup, tmp_path / "site.sqlite3")
        yield ""
        return
    with own_database(django_db_blocker, django_db_setup) as url:
        yield url
