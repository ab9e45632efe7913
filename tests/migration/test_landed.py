"""A site that was filled by code that has landed goes through every migration since without loss.

Migrations that land bring a further state (`script/keep-landed-state`); those that are kept stay as they are. What a
migration changes on purpose stands in a `changed.json` beside the state: columns ("news.NewsContent.lead"), and rows
by their key ("news.NewsItem#3").
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from limburg_site.environment import BASE_DIR, VARIABLES
from tests.own_database import own_database

HERE = Path(__file__).parent
STATES = sorted(path for path in (HERE / "landed").iterdir() if path.is_dir())


class MigratedSite:
    """A process of its own on a database of its own, as in production: loaded at the landed state, then migrated."""

    def __init__(self, state, data_dir, database_url):
        names = {variable.name for variable in VARIABLES}
        variables = {name: value for name, value in os.environ.items() if name not in names}
        self.environment = variables | {
            "DATA_DIR": str(data_dir),
            "DATABASE_URL": database_url,
            "SECRET_KEY": "only-for-the-tests-0123456789-abcdefghijklmnopqrstuvwxyz",
            "ALLOWED_HOSTS": "testserver",
            "HTTPS": "false",
            "DJANGO_SETTINGS_MODULE": "limburg_site.settings",
        }
        self.files = data_dir / "files"
        (data_dir / "static").mkdir(parents=True)
        self.run(HERE / "landed_site.py", "load", state)
        self.run("manage.py", "migrate", "--verbosity", "0")
        self.run("manage.py", "make_picture_copies")
        found = json.loads(self.run(HERE / "landed_site.py", "look"))
        self.shown, self.rows = found["shown"], found["rows"]

    def run(self, *command):
        done = subprocess.run(
            [sys.executable, *map(str, command)], cwd=BASE_DIR, env=self.environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="module", params=STATES, ids=lambda path: path.name)
def landed(request):
    """PostgreSQL has the last state alone: what lies between two that have landed has gone well on it already."""
    if connection.vendor == "postgresql" and request.param != STATES[-1]:
        pytest.skip("an older state; SQLite has it")
    return request.param


@pytest.fixture(scope="module")
def site(landed, django_db_setup, django_db_blocker, tmp_path_factory):
    data_dir = tmp_path_factory.mktemp("landed") / "data"
    with own_database(django_db_blocker) as database_url:
        yield MigratedSite(landed, data_dir, database_url)
    shutil.rmtree(data_dir)


def read(landed, name):
    path = landed / name
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


def meaning(value):
    """JSON as what it says: PostgreSQL gives its names in an order of its own."""
    return json.loads(value) if isinstance(value, str) and value.startswith("{") else value


def by_key(table, left_out=()):
    """The rows as mappings, by their first column, which is the key."""
    pairs = [dict(zip(table["columns"], map(meaning, row), strict=True)) for row in table["rows"]]
    return {pair[table["columns"][0]]: {k: v for k, v in pair.items() if k not in left_out} for pair in pairs}


def test_the_state_was_filled_with_what_a_site_holds(landed):
    rows = read(landed, "rows.json")
    states = {row["state"] for row in by_key(rows["djangocms_versioning.Version"]).values()}

    assert states == {"draft", "published", "unpublished", "archived"}
    assert min(len(rows[label]["rows"]) for label in ("news.NewsItem", "documents.DocumentFile", "cms.Page")) > 5


def test_every_page_that_readers_had_answers_under_its_heading(site, landed):
    before = read(landed, "shown.json")

    assert {path: site.shown["pages"].get(path) for path in before["pages"]} == before["pages"]
    assert {path: site.shown["former"].get(path) for path in before["former"]} == before["former"]
    assert site.shown["pictures"]
    assert set(site.shown["pictures"]) == {200}


def test_every_file_that_readers_had_has_the_same_bytes(site, landed):
    before = read(landed, "shown.json")["files"]

    assert before
    assert "" not in before.values()
    assert {link: site.shown["files"].get(link) for link in before} == before


def test_every_file_on_disk_is_where_its_row_says_and_has_its_checksum(site):
    documents = by_key(site.rows["documents.DocumentFile"]).values()
    pictures = by_key(site.rows["filer.File"]).values()

    assert {row["checksum"] for row in documents} == {digest(site.files / row["file"], "sha256") for row in documents}
    assert {row["sha1"] for row in pictures} == {
        digest(site.files / "pictures" / row["file"], "sha1") for row in pictures
    }


def digest(path, algorithm):
    return hashlib.new(algorithm, path.read_bytes()).hexdigest()


def test_no_row_is_lost_and_none_says_anything_else(site, landed):
    changed = set(read(landed, "changed.json"))
    for label, table in read(landed, "rows.json").items():
        if label in changed:
            continue
        table["rows"] = [row for row in table["rows"] if f"{label}#{row[0]}" not in changed]
        left_out = {column for column in table["columns"] if f"{label}.{column}" in changed}
        before, now = by_key(table, left_out), by_key(site.rows.get(label, table | {"rows": []}))

        assert {key: {name: now.get(key, {}).get(name) for name in row} for key, row in before.items()} == before, label


def test_the_status_of_a_body_became_a_period_with_its_note(site, landed):
    table = read(landed, "rows.json")["organisations.OrganizationContent"]
    if "status" not in table["columns"]:
        pytest.skip("this state has periods already")
    before = {
        (key, row["status"], row["status_note"])
        for key, row in by_key(table).items()
        if row["status"] != "unknown" or row["status_note"]
    }
    periods = by_key(site.rows["organisations.StatusPeriod"]).values()
    now = {(period["content_id"], period["status"], period["note"]) for period in periods}
    assert before
    assert before <= now


def test_the_days_of_relations_became_dates_of_that_precision(site, landed):
    before = by_key(read(landed, "rows.json")["organisations.Relation"])
    now = by_key(site.rows["organisations.Relation"])
    assert before
    for key, row in before.items():
        assert (now[key]["start"], now[key]["end"]) == (row["start"] or "", row["end"] or "")
