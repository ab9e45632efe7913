"""Personal links with which people choose a password."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.contrib.sites.models import Site
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from regions.models import site_origin


class LinkTokens(PasswordResetTokenGenerator):
    """Good once, for PASSWORD_RESET_TIMEOUT seconds, as long as the account is active, for one purpose."""

    def __init__(self, purpose):
        super().__init__()
        self.key_salt = f"accounts.links.{purpose}"

    def _make_hash_value(self, user, timestamp):
        return f"{super()._make_hash_value(user, timestamp)}{user.is_active}"


invitation_tokens = LinkTokens("invitation")
password_tokens = LinkTokens("password")


def site_name(site):
    region = getattr(site, "region", None)
    return region.name if region else site.name


def link_context(account, url_name, tokens):
    """What a mail with a link needs. The origin comes from the settings or the database, never from a request."""
    site = Site.objects.get_current()
    origin = site_origin(site)
    uid = urlsafe_base64_encode(force_bytes(account.pk))
    return {
        "account": account,
        "site_name": site_name(site),
        "origin": origin,
        "link": origin + reverse(url_name, args=(uid, tokens.make_token(account))),
        "until": timezone.now() + timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT),
        "login_link": origin + reverse("admin:login"),
        "forgotten_link": origin + reverse("admin_password_reset"),
    }
