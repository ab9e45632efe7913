"""The mail with a personal link: all in plain text as well, the link on a line of its own."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from letters.secrets import SecretLink, TooLate, Withdrawn, makes
from letters.writing import letter
from publication.belonging import site_for
from regions.letterhead import written_by

from .models import Invitation, digest, token_from


def address_of(token, origin):
    return origin + reverse("press:entrance", args=(token,))


def letter_to(invitation, seed):
    """Without the title: a subject is read by many machines before it is read by a person."""
    context = written_by(site_for(invitation.news_item))
    context |= {
        "invitation": invitation,
        "link": SecretLink("journalist", seed=seed, origin=context["origin"]),
        "embargo_until": invitation.news_item.embargo_until,
        "until": invitation.expires_at,
    }
    subject = gettext("Under embargo: a press release of %(site)s") % {"site": context["site_name"]}
    return letter("press/mail/invitation", subject, invitation, context)


@makes("journalist")
def journalist_link(seed, origin):
    token = token_from(seed)
    invitation = Invitation.objects.filter(token_hash=digest(token), revoked_at__isnull=True).first()
    if invitation is None:
        raise Withdrawn(gettext("The link was revoked."))
    if invitation.expires_at <= timezone.now():
        raise TooLate(gettext("The letter is too old for its link. Send a new one."))
    return address_of(token, origin)
