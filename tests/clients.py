"""The client of the tests: it comes as a browser does to the configuration under test."""

import time
from inspect import unwrap
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory
from django.urls import Resolver404, resolve
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.middleware import OTPMiddleware
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.second_factor.confirmed import MOMENT
from publication.seen import DELETE, FIELD, SeesOthers, seal

# Screens that are no form of the administration.
OWN_SCREENS = {"news_newsitem_embargo", "schedule-version"}


class SiteClient(Client):
    """Over TLS where the site is; whoever is logged in has gone through the second step where that is asked."""

    def generic(self, method, path, *args, secure=False, **extra):
        return super().generic(method, path, *args, secure=secure or settings.SECURE_SSL_REDIRECT, **extra)

    def post(self, path, data=None, *args, **extra):
        """As who opened the screen just before; `Client.post` sends what it is given."""
        if data is None or (isinstance(data, dict) and FIELD not in data):
            data = {**(data or {}), **self.mark(path, data or {})}
        return super().post(path, data, *args, **extra)

    def mark(self, path, data):
        """What the form at `path` would carry about what it shows, where it does."""
        try:
            match = resolve(urlsplit(path).path)
        except Resolver404:
            return {}
        if match.url_name in OWN_SCREENS:
            shown = getattr(self.get(path), "context_data", None) or {}
            return {FIELD: shown[FIELD]} if FIELD in shown else {}
        administration = getattr(match.func, "model_admin", None) or getattr(unwrap(match.func), "__self__", None)
        if not isinstance(administration, SeesOthers):
            return {}
        request = RequestFactory().get(path)
        request.resolver_match = match
        request.session, request.user = self.session, AnonymousUser()
        request.user = get_user(request)
        OTPMiddleware(lambda request: None)(request)
        chosen = [match.kwargs["object_id"]] if "object_id" in match.kwargs else data.get("_selected_action", [])
        if "object_id" not in match.kwargs and data.get("action") != DELETE:
            return {}
        return marks(administration, request, chosen, one="object_id" in match.kwargs)

    def force_login(self, user, backend=None):
        super().force_login(user, backend)
        if settings.SECOND_FACTOR_REQUIRED:
            self.confirm(user)

    def confirm(self, user):
        """As the screen of the second step leaves a session behind."""
        device, _made = TOTPDevice.objects.get_or_create(user=user, confirmed=True, defaults={"name": "app"})
        session = self.session
        session[DEVICE_ID_SESSION_KEY] = device.persistent_id
        session[MOMENT] = int(time.time())
        session.save()


def marks(administration, request, keys, *, one):
    keys = keys if isinstance(keys, (list, tuple)) else [keys]
    try:
        rows = list(administration.model._base_manager.filter(pk__in=keys))
    except (ValueError, ValidationError, OverflowError):  # a key of nothing, or one that no table can hold
        return {}
    shown = {
        name if one else f"{row.pk}/{name}": value
        for row in rows
        for name, value in administration.shown(request, row).items()
    }
    return {FIELD: seal(shown)} if shown else {}


class PasswordClient(SiteClient):
    """Whoever is logged in has given a password and nothing more."""

    def confirm(self, user):
        return None
