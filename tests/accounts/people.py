"""Staff for the tests, and how they log in."""

import re

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
