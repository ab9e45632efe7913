"""filer's list of a folder, for which it has no hook: while it is made, files of sites of others are left out."""

from contextlib import contextmanager
from contextvars import ContextVar

from filer.models import File, Folder  # noqa: F401 - the model of the mixin
from filer.models.filemodels import FileManager

from publication.belonging import only_elsewhere, works_on

from .screens import OnOwnSites

_looking = ContextVar("who_looks_at_a_folder", default=None)


@contextmanager
def looked_at_by(user):
    token = _looking.set(user)
    try:
        yield
    finally:
        _looking.reset(token)


class OwnFolders(OnOwnSites):
    """Mixin for the admin of folders."""

    def directory_listing(self, request, *args, **kwargs):
        with looked_at_by(request.user):
            return super().directory_listing(request, *args, **kwargs)


def all_files(manager):
    """In the place of the package's own: what it lists comes from this manager alone."""
    found, user = super(FileManager, manager).get_queryset(), _looking.get()
    return found if user is None or works_on(user) is None else found.exclude(only_elsewhere(File, user))


FileManager.get_queryset = all_files
