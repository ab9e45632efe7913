"""A mail to the owner at each change of their second step: who did not do it has to know."""

from django.urls import reverse
from django.utils.translation import gettext

from accounts.workplaces.sites import site_for
from letters.sending import post
from letters.writing import letter
from regions.letterhead import written_by


def tell(account, change):
    """It leaves once the change is in the database. `change`: "app", "codes" or "taken-away"."""
    context = written_by(site_for(account)) | {"account": account, "change": change}
    context["link"] = context["origin"] + reverse("second-factor")
    subject = gettext("The second step of your account was changed")
    post(letter("accounts/mail/second_factor", subject, account, context))
