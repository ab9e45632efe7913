"""The client of the tests: it comes as a browser does to the configuration under test."""

import time

from django.conf import settings
from django.test import Client
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.second_factor.confirmed import MOMENT


class SiteClient(Client):
    """Over TLS where the site is; whoever is logged in has gone through the second step where that is asked."""

    def generic(self, method, path, *args, secure=False, **extra):
        return super().generic(method, path, *args, secure=secure or settings.SECURE_SSL_REDIRECT, **extra)

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


class PasswordClient(SiteClient):
    """Whoever is logged in has given a password and nothing more."""

    def confirm(self, user):
        return None
