"""A Redacteur changes no picture that readers of any site see, or will see by themselves."""

import datetime

import pytest
from cms.api import add_plugin
from django.contrib.sites.models import Site
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from djangocms_versioning.models import Version
from filer.models import Folder

from news.embargo import put_under_embargo
from pictures.models import Picture
from tests.factories import NewsContentFactory, UserFactory, bring_to, image_bytes, plan, press_picture, version_of
from tests.publication.questions import hidden
from tests.staff.routes import every_route

from .test_held_back import WAYS

pytestmark = pytest.mark.django_db


@pytest.fixture
def sites():
    return [Site.objects.get_current(), Site.objects.create(domain="ander.example.org", name="Ander")]


def on_one_site(number):
    def make(picture, sites):
        return NewsContentFactory(picture=picture, state="published", news_item__sites=[sites[number]])

    return make


def under_embargo(picture, sites):
    content = NewsContentFactory(kind="press_release", picture=picture)
    put_under_embargo(content.news_item, timezone.now() + datetime.timedelta(hours=1), UserFactory())
    return bring_to("published", content.versions.get()).content


def planned(picture, sites):
    content = NewsContentFactory(picture=picture)
    plan(content, minutes=60)
    return content


def published(way):
    def make(picture, sites):
        content = WAYS[way](picture)
        bring_to("published", version_of(content))
        return content

    return make


def on_no_site(picture, sites):
    return NewsContentFactory(picture=picture, state="published", news_item__sites=[])


# The situations in which readers see a picture, or will see it.
SEEN = {
    "on this site": on_one_site(0),
    "on the other site": on_one_site(1),
    "under embargo": under_embargo,
    "planned": planned,
    "published and given to no site yet": on_no_site,
} | {way: published(way) for way in WAYS}
# Those in which somebody decides again before they do.
UNSEEN = {
    "in a draft": lambda picture, sites: NewsContentFactory(picture=picture),
    "withdrawn": lambda picture, sites: NewsContentFactory(picture=picture, state="unpublished"),
    "nowhere": lambda picture, sites: None,
}
# Whatever route names a picture or chooses it from a list. A test below compares with the resolver.
FORMS = ("admin:pictures_picture_change", "admin:filer_file_change")
DELETIONS = ("admin:pictures_picture_delete", "admin:filer_file_delete", "admin:filer_folder_delete")
LISTS = ("admin:filer-directory_listing", "admin:pictures_picture_changelist", "admin:filer_file_changelist")


@pytest.fixture
def picture():
    folder = Folder.objects.create(name="Beelden")
    return press_picture(folder=folder, default_alt_text="Zoals het was", name="Foto")


@pytest.fixture
def writer(client):
    client.force_login(UserFactory(username="schrijver", roles=["Redacteur"]))
    return client


def changed_form():
    return {
        "name": "Anders",
        "default_alt_text": "Anders",
        "credit": "Iemand anders",
        "licence": "CC-BY-4.0",
        "subject_location": "",
        "file": SimpleUploadedFile("anders.png", image_bytes(color="#00ff00"), "image/png"),
    }


def attempts(picture):
    """Each address with what is sent to it: forms, deletions, and every action of a list, with and without asking."""
    folder = picture.folder
    for name in FORMS:
        yield reverse(name, args=(picture.pk,)), changed_form()
        yield f"{reverse(name, args=(picture.pk,))}?_edit_from_widget=1", changed_form() | {"_continue": "1"}
    for name in DELETIONS:
        yield reverse(name, args=((folder if "folder" in name else picture).pk,)), {"post": "yes"}
    elsewhere = Folder.objects.create(name="Elders")
    for name in LISTS:
        address = reverse(name, args=(folder.pk,) if name.endswith("listing") else ())
        for action in ("delete_files_or_folders", "move_files_and_folders", "resize_images", "rename_files",
                       "copy_files_and_folders", "delete_selected"):  # fmt: skip
            form = {"action": action, "post": "yes", "destination": elsewhere.pk, "width": 10, "height": 10,
                    "rename_format": "x", "suffix": "-x", "crop": "on"}  # fmt: skip
            for key in (f"file-{picture.pk}", str(picture.pk)):
                yield address, form | {"_selected_action": key}
    root = reverse("admin:filer-directory_listing-root")
    for action in ("delete_files_or_folders", "move_files_and_folders", "resize_images", "rename_files"):
        form = {"action": action, "post": "yes", "destination": elsewhere.pk, "width": 10, "height": 10,
                "rename_format": "x", "crop": "on", "_selected_action": f"folder-{folder.pk}"}  # fmt: skip
        yield root, form


def state(picture):
    found = Picture.objects.get(pk=picture.pk)
    words = {field.attname: getattr(found, field.attname) for field in Picture._meta.concrete_fields}
    with found.file.open() as file:
        return words, file.read()


def test_every_route_that_names_a_picture_is_tried_here():
    named = {route.name for route in every_route() if "pictures_picture" in route.name or "filer_file_" in route.name}
    harmless = {"history", "add", "expand", "fileicon"}

    assert {name for name in named if name.rpartition("_")[2] not in harmless} <= {*FORMS, *DELETIONS, *LISTS}


@pytest.mark.parametrize("situation", SEEN)
def test_what_readers_see_or_will_see_is_not_hers_to_change_on_any_site(writer, picture, sites, settings, situation):
    SEEN[situation](picture, sites)
    Version.objects.update(locked_by=None)
    before, changed = state(picture), []
    for site in sites:
        settings.SITE_ID = site.pk
        for address, form in attempts(picture):
            writer.post(address, form)
            if state(picture) != before:
                changed.append((site.pk, address, form.get("action")))
                before = state(picture)
    assert changed == []


@pytest.mark.parametrize("situation", UNSEEN)
def test_what_somebody_judges_first_is_hers_to_change_on_any_site(writer, picture, sites, settings, situation):
    UNSEEN[situation](picture, sites)
    for number, site in enumerate(sites):
        settings.SITE_ID = site.pk
        writer.post(reverse(FORMS[0], args=(picture.pk,)), changed_form() | {"name": f"Anders {number}"})
        assert Picture.objects.get(pk=picture.pk).name == f"Anders {number}"


@pytest.mark.parametrize("situation", SEEN)
def test_who_publishes_may_change_it(client, picture, sites, situation):
    SEEN[situation](picture, sites)
    client.force_login(UserFactory(roles=["Eindredacteur"]))

    address = reverse(FORMS[0], args=(picture.pk,))
    page = client.post(address, changed_form())
    if "Door deze wijziging vervalt" in page.text:
        client.post(address, hidden(page))

    assert Picture.objects.get(pk=picture.pk).default_alt_text == "Anders"


def test_the_journalist_who_has_a_link_gets_what_was_there(writer, picture, sites):
    """What waits for the end of an embargo is open to who was invited: a change would be theirs at once."""
    under_embargo(picture, sites)

    writer.post(reverse(FORMS[0], args=(picture.pk,)), changed_form())

    assert Picture.objects.get(pk=picture.pk).sha1 == picture.sha1


def test_a_block_in_a_draft_of_what_is_published_leaves_the_picture_hers(writer, picture):
    content = NewsContentFactory(state="published")
    draft = content.versions.get().copy(UserFactory()).content
    add_plugin(draft.body, "PicturePlugin", "nl", picture=picture)

    writer.post(reverse(FORMS[0], args=(picture.pk,)), changed_form())

    assert Picture.objects.get(pk=picture.pk).default_alt_text == "Anders"
