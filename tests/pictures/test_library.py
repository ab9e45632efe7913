"""filer's administration: what is left of it, and that nothing there overwrites or multiplies an original."""

from pathlib import Path

import pytest
from django.contrib import admin
from django.core.files.base import ContentFile
from django.urls import reverse
from filer.admin.clipboardadmin import ClipboardAdmin
from filer.admin.fileadmin import FileAdmin
from filer.admin.folderadmin import FolderAdmin
from filer.admin.imageadmin import ImageAdmin
from filer.models import Clipboard, File, Folder, FolderPermission, ThumbnailOption
from filer.settings import FILER_PRIVATEMEDIA_STORAGE

from pictures.library import ACTIONS, ADDRESSES
from pictures.models import Picture
from tests.factories import NewsContentFactory, PictureFactory, UserFactory, image_bytes
from tests.staff.routes import every_route

from .test_who_changes import attempts, changed_form

pytestmark = pytest.mark.django_db

# Known of the package, looked at, and taken away. What a new release brings is on neither list, and fails here.
NO_ACTIONS = {"copy_files_and_folders", "resize_images", "rename_files"}
NO_ADDRESSES = {
    "filer-directory_listing-make_folder",
    "filer-paste_clipboard_to_folder",
    "filer-discard_clipboard",
    "filer-delete_clipboard",
    *(f"filer_clipboard_{act}" for act in ("changelist", "add", "change", "delete", "history")),
    "filer_folder_add",
    "filer_file_add",
    "pictures_picture_add",
    None,  # leads from `<key>/` to the form
}
GIANT = "%(current_folder)200000s"


def addresses_of(package_admin, model):
    return {url.name for url in package_admin(model, admin.site).get_urls()}


def test_the_package_brings_no_action_that_nobody_looked_at():
    assert set(FolderAdmin.actions) == {*ACTIONS} | NO_ACTIONS
    assert not FileAdmin.actions and not ClipboardAdmin.actions


def test_the_package_brings_no_address_that_nobody_looked_at():
    brought = addresses_of(FolderAdmin, Folder) | addresses_of(FileAdmin, File) | addresses_of(ImageAdmin, Picture)

    assert (brought | addresses_of(ClipboardAdmin, Clipboard)) - ADDRESSES == NO_ADDRESSES


def test_the_resolver_has_the_allowed_addresses_and_no_others():
    prefixes = ("admin:filer", "admin:pictures_picture")
    names = {route.name.removeprefix("admin:") for route in every_route() if route.name.startswith(prefixes)}

    assert names == ADDRESSES
    assert not {FolderPermission, ThumbnailOption} & set(admin.site._registry)


@pytest.fixture
def picture():
    data = image_bytes(2400, 1600, "JPEG")
    folder = Folder.objects.create(name="Beelden")
    return PictureFactory(folder=folder, name="Heide", file=ContentFile(data, name="heide.jpg"))


# These change where a picture is, or whether it is, and no file.
ALLOWED = ("delete", "move")


def files_on_disk():
    folder = Path(FILER_PRIVATEMEDIA_STORAGE.location)
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("role", ["Redacteur", "Eindredacteur", "Beheerder", None])
@pytest.mark.parametrize("live", [True, False])
def test_nothing_overwrites_renames_or_copies_an_original(client, picture, role, live):
    """Not even of an account that may do all: a form can give a picture another file, and no action changes one."""
    if live:
        NewsContentFactory(picture=picture, state="published")
    client.force_login(UserFactory(roles=[role]) if role else UserFactory(is_superuser=True))
    wrong = []
    for address, form in attempts(picture):
        if "delete" in address or form.get("action", "").startswith(ALLOWED):
            continue
        files, words = files_on_disk(), Picture.objects.values("name", "sha1", "_width").get()
        client.post(address, form | ({"rename_format": GIANT} if "rename_format" in form else {}))
        after = files_on_disk()
        same_words = "action" not in form or Picture.objects.values("name", "sha1", "_width").get() == words
        if any(after[path] != data for path, data in files.items()) or not same_words:
            wrong.append((address, form.get("action")))
    assert wrong == []


def test_a_file_that_takes_the_place_of_another_lies_beside_it(client, picture):
    client.force_login(UserFactory(roles=["Eindredacteur"]))
    former = Path(picture.file.path)

    client.post(reverse("admin:pictures_picture_change", args=(picture.pk,)), changed_form())

    present = Path(Picture.objects.get(pk=picture.pk).file.path)
    assert present != former and present.exists() and former.exists()


def test_the_list_offers_to_delete_and_to_move_and_nothing_else(client, picture):
    client.force_login(UserFactory(is_superuser=True))
    page = client.get(reverse("admin:filer-directory_listing", args=(picture.folder_id,)))

    offered = [value for value, _words in page.context["action_form"].fields["action"].choices if value]
    assert offered == [*ACTIONS]
    assert "js-action-copy" not in page.content.decode() and "js-action-move" in page.content.decode()


def test_what_a_text_shows_is_not_deleted_with_its_folder(client, picture):
    NewsContentFactory(picture=picture)
    client.force_login(UserFactory(is_superuser=True))
    address = reverse("admin:filer-directory_listing-root")
    form = {"action": "delete_files_or_folders", "_selected_action": f"folder-{picture.folder_id}", "post": "yes"}

    said = client.post(address, form, follow=True).content.decode()

    assert "Er is niets verwijderd" in said
    assert Picture.objects.filter(pk=picture.pk).exists() and Path(picture.file.path).exists()


def test_the_clipboard_of_the_package_takes_nothing(client, picture):
    client.force_login(UserFactory(is_superuser=True))

    name = f"move-to-clipboard-{picture.folder_id}"
    assert client.post(reverse("admin:filer-directory_listing-root"), {name: "1"}).status_code == 403
