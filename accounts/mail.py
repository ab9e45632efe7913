"""The mails to staff: an invitation, and a link for a forgotten password."""

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from smtplib import SMTPException

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.forms import _unicode_ci_compare
from django.contrib.contenttypes.models import ContentType
from django.db import connections, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .letters import invitation, password_link

logger = logging.getLogger(__name__)
LINK_SENT = _("A link to choose a password was sent.")
STEP_LINK_SENT = _("A link to set up the second step was sent.")
TIME_BETWEEN_LINKS = timedelta(minutes=5)

# One thread: whoever asks for a link learns nothing from the time that it takes, and a slow mail server
# holds up nobody. What waits is still sent when the process ends in good order.
later = ThreadPoolExecutor(max_workers=1, thread_name_prefix="accounts-mail")


def send_invitation(account, inviter):
    """Mail `account` a link to choose a first password. Return whether the mail server took the mail."""
    return send(account, invitation(account, inviter))


def send_password_links(address):
    """Mail a link to every active account with this address; in the background, as nobody waits for it."""
    try:
        with transaction.atomic():
            accounts = [account for account in accounts_at(address) if may_send_link(account)]
            for account in accounts:
                log_link(account)
        for account in accounts:
            send_password_link(account)
    except Exception:
        logger.exception("A link for a forgotten password was not sent")
    finally:
        connections.close_all()


def send_password_link(account):
    """To whom was invited and has no password yet, the invitation's own page is of more help."""
    if account.has_usable_password():
        send(account, password_link(account))
    else:
        send_invitation(account, inviter=None)


def accounts_at(address):
    """Active accounts with this e-mail address, their rows locked until the end of the transaction.

    The second comparison is Django's: to a database "ı" can equal "i", which is somebody else's address.
    """
    active = get_user_model().objects.filter(is_active=True, email__iexact=address).select_for_update(no_key=True)
    return [account for account in active if _unicode_ci_compare(address, account.email)]


def may_send_link(account, link=LINK_SENT):
    since = timezone.now() - TIME_BETWEEN_LINKS
    return not _log(account).filter(change_message=str(link), action_time__gt=since).exists()


def log_link(account, link=LINK_SENT):
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


def send(recipient, message):
    """Whether the mail server took `message`; that it did not is logged with the key of its `recipient`."""
    try:
        message.send()
    except (SMTPException, OSError):
        logger.exception("A mail to %s %s was not sent", recipient._meta.model_name, recipient.pk)
        return False
    return True
