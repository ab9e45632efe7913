"""Every test has its own folder for files, and no test needs collected static files."""

import gc
import logging
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.contrib.sites.models import Site
from django.test import override_settings

from limburg_site.kept_errors import KeptErrors
from publication.registered import versioned
from tests.clients import SiteClient
from tests.mail_server import received  # noqa: F401 - a fixture
from tests.own_database import django_db_setup, migrated_url  # noqa: F401 - fixtures
from tests.servers import data_dir, start  # noqa: F401 - fixtures

HERE = Path(__file__).parent
# The rooms of the tests about leaks, rights and what strangers send.
GUARDED = {"accounts", "hostile", "news", "press", "publication", "security", "staff"}


def pytest_sessionstart():
    """Python looks through all that Django has loaded for rubbish, again and again: a tenth of the time."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def pytest_collection_modifyitems(items):
    """Tests of processes on a copy of the migrated database need that there is one: pytest-django looks at marks."""
    for item in items:
        if item.path.relative_to(HERE).parts[0] in GUARDED:
            item.add_marker(pytest.mark.guarded)
        if "django_db_setup" in item.fixturenames and not item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.django_db)


@pytest.fixture(scope="session", autouse=True)
def static_files_from_their_sources(tmp_path_factory):
    plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    root = tmp_path_factory.mktemp("static")
    with override_settings(STATIC_ROOT=root, STORAGES=django_settings.STORAGES | plain):
        yield


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.TRASH_ROOT = tmp_path / "trash"
    settings.TURNS_DIR = tmp_path / "turns"
    settings.ERASURES_ROOT = tmp_path / "erasures"
    for handler in logging.getLogger().handlers:
        if isinstance(handler, KeptErrors):
            handler.folder = tmp_path / "log"
    settings.UPLOADS_ROOT = tmp_path / "uploads"


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    """Argon2 is slow on purpose; tests/accounts/test_login.py has it as it is."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *settings.PASSWORD_HASHERS]


@pytest.fixture
def client():
    """As pytest-django's own, for the configuration under test."""
    return SiteClient()


@pytest.fixture
def here(db):
    return Site.objects.get_current()


@pytest.fixture
def elsewhere(db):
    return Site.objects.create(domain="ander.example.org", name="Andere site")


@pytest.fixture(autouse=True)
def fresh_site_cache():
    """Sites are cached per process: what one test renames, the next must not see."""
    Site.objects.clear_cache()


@pytest.fixture(autouse=True)
def fresh_content_types():
    """Flushing after some tests gives content types other keys; versioning remembers those that it saw first."""
    for versionable in versioned():
        versionable.__dict__.pop("content_types", None)
