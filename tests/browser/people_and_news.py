"""Run as a program: adds people who log in, and enough news for a second page, to the site in DATA_DIR."""

import datetime

import django

# Who looks at the pages for staff, and who chooses a new password.
STAFF, OWNER, PASSWORD = "kijker@example.org", "eigenaar@example.org", "een-lang-wachtwoord-voor-de-test"
NEWS = 45  # three pages


def add():
    """Return the path of a link with which OWNER chooses a password."""
    from django.contrib.auth import get_user_model
    from django.urls import reverse
    from django.utils.encoding import force_bytes
    from django.utils.http import urlsafe_base64_encode

    from accounts.links import password_tokens
    from regions.models import Region
    from tests.factories import NewsContentFactory

    accounts = get_user_model().objects
    accounts.create_superuser(STAFF, STAFF, PASSWORD)
    owner = accounts.create_user(OWNER, OWNER, PASSWORD, is_staff=True)
    site = Region.objects.get(slug="vlaams-brabant").site
    for number in range(NEWS):
        title, date = f"Voorbeeld {number + 1}", datetime.date(2016, 1, 1) + datetime.timedelta(number)
        NewsContentFactory(title=title, date=date, state="published", news_item__sites=[site])
    uid = urlsafe_base64_encode(force_bytes(owner.pk))
    return reverse("password_reset_confirm", args=(uid, password_tokens.make_token(owner)))


if __name__ == "__main__":
    django.setup()
    print(add())
