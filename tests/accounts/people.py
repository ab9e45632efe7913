"""Staff for the tests, and how they log in."""

import re
import time
from urllib.parse import urlsplit

from django_otp.oath import TOTP

from accounts.second_factor.mailbox import link_for
from tests.factories import UserFactory

PASSWORD = "heide-mijn-bloesem-maas"
LOGIN = "/beheer/login/"
ACCOUNTS = "/beheer/auth/user/"


def person(name, *roles, password=None, **fields):
    """An account as an invitation makes it: the name is the e-mail address. Hashing costs time: only on demand."""
    address = f"{name}@example.org"
    account = UserFactory(username=address, email=address, first_name=name.capitalize(), roles=roles, **fields)
    if password:
        account.set_password(password)
    else:
        account.set_unusable_password()
    account.save()
    return account


def superuser(name="baas", **fields):
    return person(name, is_superuser=True, **fields)


def log_in(client, name, password=PASSWORD, **headers):
    return client.post(LOGIN, {"username": name, "password": password, "next": "/beheer/"}, **headers)


def is_logged_in(client):
    return "_auth_user_id" in client.session and client.get("/beheer/").status_code == 200


def change_page(account):
    return f"{ACCOUNTS}{account.pk}/change/"


def link_in(mail):
    """The personal link of a mail, without its origin."""
    return re.search(r"https?://[^/]+(/beheer/(?:uitnodiging|wachtwoord-vergeten)/[^/\s]+/[^/\s]+/)", mail.body)[1]


def choose_password(client, link, password=PASSWORD):
    """Follow a personal link as a browser does, and fill in the form behind it."""
    page = client.get(link, follow=True)
    return client.post(page.request["PATH_INFO"], {"new_password1": password, "new_password2": password}, follow=True)


def code_of(device, drift=0):
    """The code that an app shows now, or `drift` times thirty seconds later."""
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits, drift)
    totp.time = time.time()
    return f"{totp.token():06}"


def open_mailed_link(client, account):
    """What shows that the account is one's own, before a first device is registered."""
    return client.post(urlsplit(link_for(account)).path)


def let_pass(monkeypatch, seconds):
    """The clock stands `seconds` later."""
    later = time.time() + seconds
    monkeypatch.setattr(time, "time", lambda: later)
