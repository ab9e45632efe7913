"""Personal links with which people choose a password."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext

from letters.secrets import SecretLink, TooLate, Withdrawn, makes
from regions.letterhead import written_by

from .workplaces.sites import site_for


class LinkTokens(PasswordResetTokenGenerator):
    """Good once, for PASSWORD_RESET_TIMEOUT seconds, as long as the account is active, for one purpose."""

    def __init__(self, purpose):
        super().__init__()
        self.key_salt = f"accounts.links.{purpose}"

    def _make_hash_value(self, user, timestamp):
        return f"{super()._make_hash_value(user, timestamp)}{user.is_active}"


invitation_tokens = LinkTokens("invitation")
password_tokens = LinkTokens("password")

# What a link is for: the name of its address.
INVITATION, PASSWORD = "accept_invitation", "password_reset_confirm"  # noqa: S105
TOKENS = {INVITATION: invitation_tokens, PASSWORD: password_tokens}


def link_context(account, purpose):
    """What a mail with a link needs."""
    context = written_by(site_for(account))
    origin = context["origin"]
    until = timezone.now() + timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)
    return context | {
        "account": account,
        "link": SecretLink(
            "account", account=account.pk, email=account.email, purpose=purpose, origin=origin, until=until.isoformat()
        ),
        "until": until,
        "login_link": origin + reverse("admin:login"),
        "forgotten_link": origin + reverse("admin_password_reset"),
    }


@makes("account")
def account_link(account, email, purpose, origin, until):
    """The link itself, for who still has the account and the address that the letter was written to."""
    person = get_user_model().objects.filter(pk=account, email=email, is_active=True).first()
    if person is None:
        raise Withdrawn(gettext("The account is not active, or has another address now."))
    if datetime.fromisoformat(until) < timezone.now():
        raise TooLate(gettext("The letter is too old for its link. Send a new one."))
    uid = urlsafe_base64_encode(force_bytes(person.pk))
    return origin + reverse(purpose, args=(uid, TOKENS[purpose].make_token(person)))
