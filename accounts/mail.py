"""When an account gets a mail: at its invitation, and where somebody forgot the password."""

import logging
from datetime import timedelta

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.forms import _unicode_ci_compare
from django.contrib.contenttypes.models import ContentType
from django.db import connections, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from letters.sending import post

from .letters import invitation, password_link

logger = logging.getLogger(__name__)
LINK_ASKED_FOR = _("A link to choose a password was asked for.")
STEP_LINK_ASKED_FOR = _("A link to set up the second step was asked for.")
TIME_BETWEEN_LINKS = timedelta(minutes=5)


def send_password_links(address):
    """Mail a link to every active account with this address. Runs beside the request (`letters.sending.beside`):
    whoever asks for a link learns nothing from the time that it takes.
    """
    try:
        with transaction.atomic():
            for account in accounts_at(address):
                if may_send_link(account):
                    log_link(account)
                    post(first_or_new_password(account))
    except Exception:
        logger.exception("A link for a forgotten password was not sent")
    finally:
        connections.close_all()


def first_or_new_password(account):
    """To whom was invited and has no password yet, the invitation's own page is of more help."""
    return password_link(account) if account.has_usable_password() else invitation(account, inviter=None)


def accounts_at(address):
    """Active accounts with this e-mail address, their rows locked until the end of the transaction.

    The second comparison is Django's: to a database "ı" can equal "i", which is somebody else's address.
    """
    active = get_user_model().objects.filter(is_active=True, email__iexact=address).select_for_update(no_key=True)
    return [account for account in active if _unicode_ci_compare(address, account.email)]


def may_send_link(account, link=LINK_ASKED_FOR):
    since = timezone.now() - TIME_BETWEEN_LINKS
    return not _log(account).filter(change_message=str(link), action_time__gt=since).exists()


def log_link(account, link=LINK_ASKED_FOR):
    """Write it in the history of the account, where a Beheerder sees it too."""
    _log(account).create(
        user=account,
        content_type=ContentType.objects.get_for_model(account),
        object_id=str(account.pk),
        object_repr=str(account)[:200],
        action_flag=CHANGE,
        change_message=str(link),
    )


def _log(account):
    return LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(account), object_id=str(account.pk))
