"""The mail with a personal link: all in plain text as well, the link on a line of its own."""

from django.contrib.sites.models import Site
from django.urls import reverse
from django.utils.translation import gettext

from accounts.letters import letter
from accounts.links import site_name
from regions.models import site_origin


def address_of(token, site):
    return site_origin(site) + reverse("press:entrance", args=(token,))


def letter_to(invitation, token):
    """Without the title: a subject is read by many machines before it is read by a person."""
    site = Site.objects.get_current()
    context = {
        "invitation": invitation,
        "site_name": site_name(site),
        "origin": site_origin(site),
        "link": address_of(token, site),
        "embargo_until": invitation.news_item.embargo_until,
        "until": invitation.expires_at,
    }
    subject = gettext("Under embargo: a press release of %(site)s") % {"site": context["site_name"]}
    return letter("press/mail/invitation", subject, invitation, context)
