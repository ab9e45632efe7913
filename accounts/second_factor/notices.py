"""A mail to the owner at each change of their second step: who did not do it has to know."""

from django.contrib.sites.models import Site
from django.urls import reverse
from django.utils.translation import gettext

from accounts.links import site_name
from letters.sending import post
from letters.writing import letter
from regions.models import site_origin


def tell(account, change):
    """It leaves once the change is in the database. `change`: "app", "codes" or "taken-away"."""
    site = Site.objects.get_current()
    context = {
        "account": account,
        "change": change,
        "site_name": site_name(site),
        "origin": site_origin(site),
        "link": site_origin(site) + reverse("second-factor"),
    }
    subject = gettext("The second step of your account was changed")
    post(letter("accounts/mail/second_factor", subject, account, context))
