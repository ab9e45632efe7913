"""Requests that leave nothing behind, and what each of them changed in the database."""

import hashlib
import re
from contextlib import contextmanager
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from djangocms_versioning.models import Version

WRITES = re.compile(r'\s*(?:INSERT (?:OR IGNORE )?INTO|UPDATE|DELETE FROM) "(\w+)"')
SESSIONS = "django_session"


class Watch:
    """Sends requests with the session of `client`, each in a savepoint that is rolled back. `changed` are the tables
    whose rows are others after the last one, sessions left out; `live_changed` is whether readers see others."""

    def __init__(self, client):
        client.raise_request_exception = False
        self.client, self.cookies = client, client.cookies.output(header="", sep=";")
        self.forget()

    def forget(self):
        """What was there before is another now: the test has changed it."""
        self.before, self.live = {}, published()

    def send(self, method, path, data=None):
        self.client.cookies = SimpleCookie(self.cookies)
        with undone():
            with written_tables() as written:
                response = self.ask(method, path, data)
            after = {table: digest(table) for table in written}
            self.live_changed = Version._meta.db_table in after and published() != self.live
        # What they held before is read only for tables that were written to, now that all is undone.
        self.before |= {table: digest(table) for table in after.keys() - self.before.keys()}
        self.changed = {table for table in after if after[table] != self.before[table]}
        return response

    def ask(self, method, path, data):
        if method == "get":
            return self.client.get(path, data)
        # As the administration's own script sends it with each form.
        data = {"form_name": "voorbeeld"} | self.client.mark(path, data or {}) | (data or {})
        body = urlencode(data, doseq=True)
        return self.client.generic("POST", path, body, content_type="application/x-www-form-urlencoded")


@contextmanager
def undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def written_tables():
    """Read from the log of queries: a wrapper around each would stand in every traceback, as code of ours."""
    tables = set()
    connection.queries_log.clear()  # it holds 9000, and the capture keeps those of former requests
    with CaptureQueriesContext(connection) as asked:
        yield tables
    tables.update(match[1] for query in asked if (match := WRITES.match(query["sql"] or "")))
    tables.discard(SESSIONS)


def digest(table):
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}" ORDER BY 1')  # noqa: S608 - a table of ours
        return hashlib.blake2b(repr(cursor.fetchall()).encode()).digest()


def published():
    """The versions that readers see."""
    return set(Version.objects.filter(state="published").values_list("pk", flat=True))
