"""Who registers a first device reads the mail of the account, or was let in by a Beheerder or at the console.

A password alone may be stolen. The link is signed, is good once and for an hour, for one account as long as its
password and its address stay the same. Whoever opens it is logged in besides.
"""

import time

from django.contrib.auth import get_user_model
from django.core import signing
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext

from accounts.workplaces.sites import site_for
from letters.secrets import SecretLink, Withdrawn, makes
from letters.sending import post
from letters.writing import letter
from regions.letterhead import written_by

from .devices import has_device, renew, unconfirmed
from .steps import leading_to

SALT = "accounts.second_factor.mailbox"
SECONDS = 3600
PROOF = "second_factor_mailbox"


def token_for(account):
    return signing.dumps(state_of(account), salt=SALT)


def state_of(account):
    """What a link was made for, as a checksum. The device that waits is another one once a link was used."""
    state = (account.pk, account.email, account.get_session_auth_hash(), unconfirmed(account).pk)
    return salted_hmac(SALT, repr(state), algorithm="sha256").hexdigest()


def is_good(token, account):
    try:
        state = signing.loads(token, salt=SALT, max_age=SECONDS)
    except signing.BadSignature:
        return False
    return not has_device(account) and state == state_of(account)


def link_for(account, following=""):
    path = leading_to(reverse("second-factor-mailbox", args=(token_for(account),)), following)
    return written_by(site_for(account))["origin"] + path


def mail_link(account, following):
    """Put a mail with the link into the outbox: it is made when the mail leaves."""
    link = SecretLink("second-factor", account=account.pk, email=account.email, following=following)
    context = written_by(site_for(account)) | {"account": account, "link": link}
    subject = gettext("Set up the second step of your account")
    post(letter("accounts/mail/second_factor_link", subject, account, context))


@makes("second-factor")
def mailed_link(account, email, following):
    """For who still has the address that the mail goes to, and no device yet."""
    person = get_user_model().objects.filter(pk=account, email=email, is_active=True).first()
    if person is None or has_device(person):
        raise Withdrawn(gettext("The account is not active, has another address now, or has a second step."))
    return link_for(person, following)


def prove(request, account):
    """From now on this session may register the first device of `account`, for an hour."""
    renew(account)
    vouch(request, account)


def vouch(request, account):
    request.session[PROOF] = [account.pk, account.get_session_auth_hash(), int(time.time())]


def is_proven(request):
    account, password, since = request.session.get(PROOF) or (None, "", 0)
    same = account == request.user.pk and password == request.user.get_session_auth_hash()
    return same and time.time() - since < SECONDS
