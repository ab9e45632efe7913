"""Every address that takes a file gets a specimen of each kind; a new one, with no specimens here, fails."""

import inspect
from dataclasses import dataclass

import pytest
from cms.plugin_pool import plugin_pool
from cms.wizards.wizard_base import get_entries
from django import forms
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from djangocms_versioning.models import Version
from lxml import html

from tests.factories import UserFactory, image_bytes, pdf_bytes
from tests.staff.conftest import scene  # noqa: F401 - a fixture
from tests.staff.routes import addresses, every_route

from . import corpus
from .corpus import REFUSED, TAKEN
from .test_corpus import DOCUMENTS, PICTURES, PLACE, files_below, in_dutch, named, post_named

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.once,
    pytest.mark.filterwarnings("ignore:No user has been supplied"),
]
FORM = '//form[@enctype][.//input[@type="file"]]'
TABLES = [
    ("table", "x.csv", lambda: b"orgaan;organisatie\n", REFUSED),
    ("table: bomb", "x.csv", lambda: b"orgaan\n" + b"resoc\n" * 170_000, REFUSED),
    ("table: html", "x.csv", lambda: corpus.HTML, REFUSED),
]


def one_of_each(specimens):
    """The first of each kind, of those of which it is known what becomes of them."""
    kinds = {}
    for specimen in specimens:
        if specimen[3] is not None:
            kinds.setdefault((specimen[0].split(":")[0], specimen[3]), specimen)
    return list(kinds.values())


@dataclass(frozen=True)
class Taker:
    """`field` is the name of the file in what is posted; the specimens are none where test_corpus posts all of them."""

    field: str
    specimens: list


OF_DOCUMENTS = [("harmless", "x.pdf", pdf_bytes, TAKEN), *one_of_each(DOCUMENTS)]
OF_PICTURES = [("harmless", "x.png", image_bytes, TAKEN), *one_of_each(PICTURES)]
OF_TABLES = [(kind, name, make, REFUSED) for kind, name, make, _ in one_of_each(DOCUMENTS + PICTURES)] + TABLES
TAKERS = {
    "beheer/documents/document/add/": Taker("files-0-file", []),
    "beheer/documents/document/<path:object_id>/change/": Taker("files-0-file", OF_DOCUMENTS),
    "beheer/filer/clipboard/operations/upload/<int:folder_id>/": Taker("file", []),
    "beheer/filer/clipboard/operations/upload/no_folder/": Taker("file", OF_PICTURES),
    "beheer/filer/file/<path:object_id>/change/": Taker("file", OF_PICTURES),
    "beheer/organisations/membership/import/": Taker("import_file", OF_TABLES),
    "beheer/pictures/picture/<path:object_id>/change/": Taker("file", OF_PICTURES),
}


@pytest.fixture
def editor(client, scene, settings):  # noqa: F811
    client.force_login(UserFactory(is_superuser=True))
    client.raise_request_exception = False
    settings.MEDIA_ROOT = scene.folder
    # The scene shows what is public, which takes no file, and drafts of somebody else.
    scene.objects["documents.document"] = scene.file.content.document
    Version.objects.update(locked_by=None)
    return client


def forms_at(client, path):
    """Those with a field for a file."""
    response = client.get(path)
    if response.status_code == 200 and b'type="file"' in getattr(response, "content", b""):
        return html.fromstring(response.content).xpath(FORM)
    return []


def reads_files(view):
    """Whether the view says so itself, or its form does; a form of the administration is looked at on its screen."""
    if view.__module__.startswith("django.contrib.admin"):
        return False
    fields = getattr(getattr(view, "form_class", None), "base_fields", {}).values()
    return any(isinstance(field, forms.FileField) for field in fields) or ".FILES" in source(view)


def source(view):
    try:
        return inspect.getsource(view)
    except TypeError:  # an object, such as a feed
        return inspect.getsource(type(view))


def test_every_address_that_takes_a_file_is_tried_here(editor, scene):  # noqa: F811
    found = {route.pattern for route in every_route() if reads_files(route.view)}
    found |= {route.pattern for route, path in addresses(scene) if forms_at(editor, path)}
    assert found == set(TAKERS)


def test_no_form_within_a_page_has_a_field_for_a_file():
    """Blocks and wizards, which have no address of their own."""
    fields = [field for entry in get_entries() for field in entry.form.base_fields.items()]
    for plugin in plugin_pool.get_all_plugins():
        fields += plugin.form.base_fields.items()
        fields += [(field.name, field) for field in plugin.model._meta.get_fields()]
    assert [name for name, field in fields if isinstance(field, (forms.FileField, models.FileField))] == []


def stored():
    """All that rows say about files."""
    kinds = [(m, f.name) for m in apps.get_models() for f in m._meta.local_fields if isinstance(f, models.FileField)]
    return {(model, *row) for model, name in kinds for row in model._base_manager.values_list("pk", name)}


@pytest.mark.parametrize(
    ("pattern", "specimen"),
    [
        pytest.param(pattern, specimen, id=f"{pattern} {named(specimen)}")
        for pattern, taker in TAKERS.items()
        for specimen in taker.specimens
    ],
)
def test_a_specimen_at_its_address(editor, scene, pattern, specimen):  # noqa: F811
    _, name, make, taken = specimen
    taker = TAKERS[pattern]
    [path] = [path for route, path in addresses(scene) if route.pattern == pattern]
    sent = dict(*(form.form_values() for form in forms_at(editor, path)))
    sent[taker.field] = SimpleUploadedFile(PLACE, make())
    rows, files = stored(), set(files_below(scene.folder))
    response = post_named(editor, path, sent, name)

    if taken:
        assert "error" not in response.json() if response.status_code == 200 else response.status_code == 302
        assert stored() != rows
    else:
        words = refusals(response)
        assert words and all(map(in_dutch, words)), words
        assert stored() == rows and set(files_below(scene.folder)) == files


def refusals(response):
    if response["Content-Type"] == "application/json":
        assert response.status_code == 400
        return [response.json()["error"]]
    assert response.status_code == 200
    return html.fromstring(response.content).xpath('//ul[contains(@class, "errorlist")]/li/text()')
