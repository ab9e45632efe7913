from axes.backends import AxesStandaloneBackend
from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend

from .lockout import wait_for_turn
from .names import canonical


class CountingBackend(AxesStandaloneBackend):
    """Comes first, and refuses whoever is locked out; it logs nobody in."""

    def authenticate(self, request, username=None, password=None, **kwargs):
        if request is not None:
            wait_for_turn(request, {"username": username})
        return super().authenticate(request, username=username, password=password, **kwargs)


class StaffBackend(ModelBackend):
    """Django's own backend, with two habits of this house."""

    def authenticate(self, request, username=None, password=None, **kwargs):
        """Take the name as typed (of `createsuperuser`), or in its canonical spelling (of an invitation)."""
        users = get_user_model()._default_manager
        if username is not None and not users.filter(username=username).exists():
            username = canonical(username)
        return super().authenticate(request, username=username, password=password, **kwargs)

    def has_perm(self, user_obj, perm, obj=None):
        """A permission holds for every object. Django's backend gives none as soon as an object is named, as
        the CMS does for the fields of a draft: without this only superusers could fill them in.
        """
        return super().has_perm(user_obj, perm)
