"""The mails about an account: their words."""

from django.utils.translation import gettext

from letters.writing import letter
from publication.people import name_of

from .links import INVITATION, PASSWORD, link_context


def invitation(account, inviter):
    """With a link to choose a first password; `inviter` is None where somebody asked for it anew."""
    context = link_context(account, INVITATION) | {"inviter": inviter and name_of(inviter)}
    subject = gettext("Your account for the website of %(site)s") % {"site": context["site_name"]}
    return letter("accounts/mail/invitation", subject, account, context)


def password_link(account):
    context = link_context(account, PASSWORD)
    subject = gettext("A new password for the website of %(site)s") % {"site": context["site_name"]}
    return letter("accounts/mail/password_link", subject, account, context)
