"""A database for a process of its own, beside that of the tests."""

import os
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection


@pytest.fixture(scope="module")
def database_url(django_db_setup, django_db_blocker):
    """DATABASE_URL of an empty PostgreSQL database; empty on SQLite, which makes its own in the data folder."""
    if connection.vendor == "sqlite":
        yield ""
        return

    def run(statement):
        with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
            cursor.execute(statement)

    name = f"{connection.settings_dict['NAME']}_own"
    run(f'DROP DATABASE IF EXISTS "{name}"')
    run(f'CREATE DATABASE "{name}"')
    yield urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))
    run(f'DROP DATABASE "{name}" WITH (FORCE)')
