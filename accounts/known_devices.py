"""A browser with which somebody logged in before is known: guesses of others elsewhere do not lock it out.

Source: OWASP, "Slow Down Online Guessing Attacks with Device Cookies". The cookie logs nobody in, tells nobody's name,
and goes to staff pages alone.
"""

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.utils.crypto import salted_hmac

from publication.staff_addresses import STAFF_PREFIX

LASTS = 180 * 24 * 3600


def cookie_name():
    return "__Secure-bekend" if settings.SESSION_COOKIE_SECURE else "bekend"


def remember(response, name):
    """Make the browser that gets `response` known for the account that logs in as `name`."""
    response.set_cookie(
        cookie_name(),
        signer().sign(digest(name)),
        max_age=LASTS,
        path=STAFF_PREFIX,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )
    return response


def is_known(request, name):
    try:
        return signer().unsign(request.COOKIES.get(cookie_name(), ""), max_age=LASTS) == digest(name)
    except BadSignature:
        return False


def signer():
    return TimestampSigner(salt="accounts.known_devices")


def digest(name):
    return salted_hmac("accounts.known_devices", name, algorithm="sha256").hexdigest()[:32]
