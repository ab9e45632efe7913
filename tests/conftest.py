"""Every test has its own folder for files, and no test needs collected static files."""

import pytest
from django.apps import apps
from django.conf import settings as django_settings
from django.contrib.sites.models import Site
from django.test import override_settings

from tests.own_database import database_url  # noqa: F401 - a fixture


@pytest.fixture(scope="session", autouse=True)
def static_files_from_their_sources(tmp_path_factory):
    plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    root = tmp_path_factory.mktemp("static")
    with override_settings(STATIC_ROOT=root, STORAGES=django_settings.STORAGES | plain):
        yield


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture(autouse=True)
def fresh_site_cache():
    """Sites are cached per process: what one test renames, the next must not see."""
    Site.objects.clear_cache()


@pytest.fixture(autouse=True)
def fresh_content_types():
    """Flushing after some tests gives content types other keys; versioning remembers those that it saw first."""
    for versionable in apps.get_app_config("djangocms_versioning").cms_extension.versionables:
        versionable.__dict__.pop("content_types", None)
