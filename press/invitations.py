"""Inviting a journalist, and what a link opens."""

from dataclasses import dataclass
from functools import wraps

from django.contrib.sites.shortcuts import get_current_site
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from djangocms_versioning.constants import PUBLISHED

from news.embargo import waits_elsewhere
from news.models import NewsContent

from .models import Access, Invitation, digest, new_seed, token_from


@dataclass(frozen=True)
class Guest:
    """Who reads by a personal link, as `request.embargo_invitation`: the addresses that hold for them alone."""

    invitation: Invitation
    token: str

    @property
    def item(self):
        return self.invitation.news_item

    def may_see(self, thing):
        """Of what is under embargo (a picture, a document): whether it waits with this release, and with no other."""
        return thing.embargo_until == self.item.embargo_until and not waits_elsewhere(thing, self.item, [PUBLISHED])

    def note(self, kind, subject=""):
        Access.objects.create(invitation=self.invitation, kind=kind, subject=subject)

    def file_address(self, file):
        return reverse("press:file", args=(self.token, file.content.document.slug, file.format))

    def kit_address(self):
        return reverse("press:guest-kit", args=(self.token,))

    def picture_address(self, picture, width, extension):
        return reverse("press:picture", args=(self.token, picture.pk, width, extension))

    def download_address(self, picture, file):
        return reverse("press:picture-download", args=(self.token, picture.pk, file.size_name))


def invite(item, user, seed=None, **values):
    """Make an invitation to `item`; returns it and its token, which is kept nowhere. A letter makes it of `seed`."""
    token = token_from(seed or new_seed())
    invitation = Invitation.objects.create(news_item=item, created_by=user, token_hash=digest(token), **values)
    return invitation, token


def revoke(invitation):
    Invitation.objects.filter(pk=invitation.pk, revoked_at__isnull=True).update(revoked_at=timezone.now())


def release_for(guest, site):
    """The release as readers of `site` get it at the end of its embargo, or None where it isn't published for then."""
    contents = NewsContent.everything.published(site, guest.item.embargo_until)
    return contents.filter(news_item=guest.item).select_related("news_item", "picture").first()


def by_invitation(view):
    """For views of a token: `request.embargo_invitation` and `content` are given to them.

    Whatever is wrong with the link, the answer is that of an address that never was. Once the embargo is over, the
    link leads to the public page.
    """

    @wraps(view)
    def checked(request, token, **kwargs):
        invitation = Invitation.objects.for_token(token)
        if invitation is None:
            raise Http404
        guest = Guest(invitation, token)
        if not guest.item.is_under_embargo:
            return private(redirect(guest.item.get_absolute_url()))
        content = release_for(guest, get_current_site(request))
        if content is None:
            raise Http404
        request.embargo_invitation = guest
        return private(view(request, content=content, **kwargs))

    return checked


def private(response):
    """Kept by nobody, found by no search engine, and the address, which holds the token, is told to no other site."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Referrer-Policy"] = "no-referrer"
    return response
