"""A scene that a whole module uses, and somebody with a role in it."""

import logging

import pytest
from cms.models import Placeholder, UserSettings
from django.template.base import Template
from django.test import override_settings

from tests.accounts.people import person
from tests.clients import SiteClient
from tests.factories import UserFactory

from . import scene as scenes
from .watched import Watch, undone


@pytest.fixture(scope="module")
def scene(django_db_setup, django_db_blocker, tmp_path_factory):
    folder = tmp_path_factory.mktemp("files")
    with django_db_blocker.unblock(), undone(), override_settings(MEDIA_ROOT=folder):
        made = scenes.build()
        made.folder = folder
        yield made


class Refusals(logging.Handler):
    """The errors that were answered as bad input, since the last look."""

    def __init__(self):
        super().__init__()
        self.errors = []

    def emit(self, record):
        self.errors.append(record.exc_info[1])

    def take(self):
        taken, self.errors = self.errors, []
        return taken


@pytest.fixture
def refusals():
    """Nothing is written to the log but what was refused as bad input, and that only here."""
    logger, kept = logging.getLogger("limburg_site.bad_input"), Refusals()
    logger.addHandler(kept)
    logger.propagate = False
    logging.disable(logging.WARNING)
    yield kept
    logging.disable(logging.NOTSET)
    logger.propagate = True
    logger.removeHandler(kept)


def with_toolbar_settings(user):
    """As the toolbar makes them at the first request, so that no other has to."""
    clipboard = Placeholder.objects.create(slot="clipboard")
    clipboard.source = UserSettings.objects.create(user=user, language="nl", clipboard=clipboard)
    clipboard.save()


@pytest.fixture
def log_in(client, scene, settings, refusals):
    """A function that gives a watch of what somebody with a role, with none ("") or nobody (None) does."""
    settings.MEDIA_ROOT = scene.folder

    def watched(role):
        user = None if role is None else person("wie", *filter(None, [role]))
        if user:
            client.force_login(user)
            with_toolbar_settings(user)
        watch = Watch(client)
        watch.user, watch.refusals = user, refusals
        return watch

    return watched


@pytest.fixture
def editor():
    """A function that logs a new editor in, in a browser of their own."""

    def log_in_anew():
        client = SiteClient()
        client.force_login(UserFactory(is_superuser=True))
        return client

    return log_in_anew


@pytest.fixture
def unrendered(monkeypatch):
    """Views do all of their work, and templates none."""
    monkeypatch.setattr(Template, "_render", lambda template, context: "")
