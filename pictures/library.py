"""What is left of filer's administration: a list of its addresses and of its actions. What is not on it is not there.

filer resizes originals in place, renames by a format that can expand to hundreds of megabytes, and copies whole
folders; a later release may bring more. tests/pictures/test_library.py compares both lists with the package.
"""

import re

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _
from filer.admin.clipboardadmin import ClipboardAdmin
from filer.admin.fileadmin import FileAdmin, FileAdminChangeFrom
from filer.admin.folderadmin import FolderAdmin
from filer.models import Clipboard, File, Folder, FolderPermission, ThumbnailOption

from publication.seen import SeesOthers

# How filer writes what is chosen in a list.
CHOSEN = re.compile(r"(file|folder)-[0-9]{1,18}")
ACTIONS = ("delete_files_or_folders", "move_files_and_folders")
ADDRESSES = {
    *(f"filer-directory_listing{view}" for view in ("", "-root", "-last", "-unfiled_images", "-make_root_folder")),
    "filer-directory_listing-images_with_missing_data",
    "filer-ajax_upload",
    *(f"filer_folder_{act}" for act in ("changelist", "change", "delete", "history")),
    *(f"filer_file_{act}" for act in ("changelist", "change", "delete", "history", "expand", "fileicon")),
    *(f"pictures_picture_{act}" for act in ("changelist", "change", "delete", "history", "expand")),
    "filer_picture_fileicon",
}


class Allowed:
    """Mixin for an admin of filer's: only what is on the lists."""

    actions = None

    def get_urls(self):
        return [url for url in super().get_urls() if url.name in ADDRESSES]


class LibraryAdmin(Allowed, FolderAdmin):
    actions = ACTIONS
    save_as = False
    directory_listing_template = "admin/pictures/library.html"

    def get_actions(self, request):
        return {name: action for name, action in super().get_actions(request).items() if name in ACTIONS}

    def directory_listing(self, request, *args, **kwargs):
        """Without the clipboard, which filer keeps for what links to it still."""
        if any(name.startswith("move-to-clipboard-") for name in request.POST):
            raise PermissionDenied
        if not all(CHOSEN.fullmatch(key) for key in request.POST.getlist(ACTION_CHECKBOX_NAME)):
            raise SuspiciousOperation("what was chosen is neither a file nor a folder")
        return super().directory_listing(request, *args, **kwargs)

    def delete_files_or_folders(self, request, files_queryset, folders_queryset):
        """filer does not ask again, once it is confirmed, whether something needs what is deleted."""
        if request.method != "POST":
            return super().delete_files_or_folders(request, files_queryset, folders_queryset)
        try:
            with transaction.atomic():
                return super().delete_files_or_folders(request, files_queryset, folders_queryset)
        except ProtectedError:
            self.message_user(request, _("Nothing was deleted: some of it stands in a text."), messages.ERROR)
            return None

    delete_files_or_folders.short_description = FolderAdmin.delete_files_or_folders.short_description


class MayLackItsFile:
    """Mixin for a form of filer's, which looks for the file even where it was refused already, as one without bytes."""

    def clean(self):
        if "file" in self.errors:
            self.cleaned_data["file"] = None
        return super().clean()


class LibraryFileForm(MayLackItsFile, FileAdminChangeFrom):
    pass


class LibraryFileAdmin(Allowed, SeesOthers, FileAdmin):
    form = LibraryFileForm

    def has_delete_permission(self, request, obj=None):
        """filer asks for the right to change only."""
        return request.user.has_perm("filer.delete_file") and super().has_delete_permission(request, obj)


class UploadAdmin(Allowed, ClipboardAdmin):
    """The address that files are sent to stands among those of the clipboard."""


for model, library_admin in ((Folder, LibraryAdmin), (File, LibraryFileAdmin), (Clipboard, UploadAdmin)):
    admin.site.unregister(model)
    admin.site.register(model, library_admin)
for model in (FolderPermission, ThumbnailOption):
    admin.site.unregister(model)
