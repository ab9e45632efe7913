"""Every test has its own folder for files, and no test needs collected static files."""

import pytest
from django.contrib.sites.models import Site


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture(autouse=True)
def fresh_site_cache():
    """Sites are cached per process: what one test renames, the next must not see."""
    Site.objects.clear_cache()
