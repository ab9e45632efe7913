"""A process that would serve something wrongly does not start: a newer database, files that are elsewhere."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from limburg_site.environment import BASE_DIR
from limburg_site.management.commands.prepare_site import fingerprint_of_static_sources
from publication.schema import LEVEL
from tests.servers import embedded_database, environment

pytestmark = [pytest.mark.once, pytest.mark.django_db]
WAYS = [("-c", "import limburg_site.wsgi"), ("manage.py", "prepare_site"), ("manage.py", "publish_scheduled")]
BY_NAME = {"DATABASE_URL": "sqlite:", "SECRET_KEY": "een-geheim-" * 5, "ALLOWED_HOSTS": "www.example.org"}
NEWER = "INSERT INTO django_migrations (app, name, applied) VALUES (?, '0999_newer', '2031-01-01')"


@pytest.fixture(scope="module")
def migrated(django_db_setup, tmp_path_factory):
    folder = tmp_path_factory.mktemp("migrated-once")
    embedded_database(django_db_setup, folder)
    (folder / "static").mkdir()
    return folder


@pytest.fixture
def folder(migrated, tmp_path):
    return shutil.copytree(migrated, tmp_path / "data")


def write(folder, statement, *values):
    with closing(sqlite3.connect(folder / "site.sqlite3")) as database:
        database.execute(statement, values)
        database.commit()


def start(folder, way, **variables):
    """Exit code and words. `prepare_site` finds nothing to collect: that takes half a minute."""
    done = subprocess.run(
        [sys.executable, *way],
        cwd=BASE_DIR,
        env=environment(DATA_DIR=str(folder), **variables),
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize("app", ["publication", "of_a_room_to_come"])
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way[1])
def test_an_older_release_does_not_serve_a_newer_database(folder, way, app):
    write(folder, "UPDATE publication_schemalevel SET oldest_reader = ?", LEVEL + 1)
    write(folder, NEWER, app)
    code, words = start(folder, way)
    assert code != 0
    assert f"The database is of a newer release than this code, which does not know: {app} 0999_newer." in words


def test_nor_does_one_that_the_database_says_nothing_about(folder):
    write(folder, "DELETE FROM publication_schemalevel")
    write(folder, NEWER, "news")
    assert start(folder, WAYS[0])[0] != 0


def test_the_database_itself_can_say_that_an_older_release_may_serve_it(folder):
    write(folder, NEWER, "news")
    assert start(folder, WAYS[0]) == (0, "")


@pytest.mark.parametrize("way", WAYS[:2], ids=lambda way: way[1])
def test_a_file_store_that_lacks_every_file_is_refused(folder, way):
    assert start(folder, WAYS[0]) == (0, "")
    write(
        folder,
        "INSERT INTO documents_documentfile (content_id, file, format, size, checksum, was_read, preview)"
        " VALUES (1, 'documents/a.pdf', 'pdf', 1, '', 1, '')",
    )
    code, words = start(folder, way)
    assert code != 0 and "The database names files (documents/a.pdf)" in words
    (folder / "files").mkdir()
    (folder / "files" / "a.pdf").touch()
    assert start(folder, WAYS[0]) == (0, "")


@pytest.mark.parametrize("way", WAYS[:2], ids=lambda way: way[1])
def test_a_folder_of_turns_that_others_can_enter_is_refused(folder, way):
    (folder / "turns").mkdir(mode=0o755)
    code, words = start(folder, way)
    assert code != 0 and f"TURNS_DIR: {folder / 'turns'} must be a folder of this account" in words


@pytest.mark.parametrize(("variables", "regions"), [({}, 2), (BY_NAME, 0)], ids=["demonstration", "by name"])
def test_the_demonstration_is_loaded_where_no_database_was_named(folder, variables, regions):
    (folder / "static" / "sources.sha256").write_text(fingerprint_of_static_sources())
    assert start(folder, WAYS[1], **variables)[0] == 0
    with closing(sqlite3.connect(folder / "site.sqlite3")) as database:
        assert database.execute("SELECT count(*) FROM regions_region").fetchone() == (regions,)
