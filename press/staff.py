"""The screen on which an editor invites journalists to a release under embargo, and sees what they did."""

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from letters.models import Letter
from letters.sending import post
from news.models import NewsItem
from publication.belonging import site_for
from regions.letterhead import written_by

from .forms import InvitationForm
from .invitations import invite, revoke
from .letters import address_of, letter_to
from .models import new_seed


@never_cache
def invitations(request, pk):
    item = get_object_or_404(NewsItem, pk=pk)
    if not may_invite(request.user):
        raise PermissionDenied
    form = InvitationForm(request.POST if "invite" in request.POST else None, item=item)
    if request.method == "POST" and carry_out(request, item, form):
        return redirect("press-invitations", pk)
    return TemplateResponse(
        request,
        "admin/press/invitations.html",
        admin.site.each_context(request)
        | {
            "title": _("Journalists who see “%(title)s” before the end of the embargo") % {"title": item},
            "item": item,
            "opts": item._meta,
            "form": form,
            "invitations": with_letters(item.invitations.prefetch_related("accesses")),
            "may_be_invited_to": can_be_read(item),
        },
    )


def with_letters(invitations):
    """Each with its `letter`: whether the link reached a mail server is for who invites to know."""
    letters = Letter.objects.newest_about(invitations)
    for invitation in invitations:
        invitation.letter = letters.get(invitation.pk)
    return invitations


def may_invite(user):
    return user.has_perm("news.publish_newscontent") and user.has_perm("news.change_newsitem")


def can_be_read(item):
    """Whether a link would open something: the release is published, and waits."""
    return item.is_under_embargo and item.is_published()


def carry_out(request, item, form):
    """Whether what the button asks for was done."""
    if "revoke" in request.POST:
        invitation = get_object_or_404(item.invitations.filter(pk__in=keys(request.POST["revoke"])))
        revoke(invitation)
        log(item, request.user, _("The link of %(name)s was revoked.") % {"name": invitation})
        messages.success(request, _("The link of %(name)s does not work any more.") % {"name": invitation})
        return True
    if "invite" not in request.POST or not can_be_read(item) or not form.is_valid():
        return False
    seed = new_seed()
    invitation, token = invite(item, request.user, seed, **form.cleaned_data)
    log(item, request.user, _("%(name)s was invited.") % {"name": invitation})
    post(letter_to(invitation, seed), about=invitation)
    say(request, invitation, token)
    return True


def keys(text):
    return [int(text)] if text.isdecimal() and len(text) < 10 else []


def say(request, invitation, token):
    """The link is shown once, as it is kept nowhere: an editor may have to send it in another way."""
    words = _("The link is being sent to %(address)s. You can also pass it on yourself, now only: %(link)s")
    origin = written_by(site_for(invitation.news_item))["origin"]
    link = address_of(token, origin)
    messages.info(request, words % {"address": invitation.email, "link": link})


def log(item, user, message):
    LogEntry.objects.log_actions(user.pk, [item], CHANGE, change_message=message, single_object=True)
