"""The question: what was sent comes back in a form with one button, and with a way back that keeps nothing.

One button, as the CMS's box leaves the names of buttons out.
"""

import errno
import os

from django.contrib import admin
from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from files import sent_again
from publication.dates import moment_in_words
from publication.embargo import may_see_embargo

from .screen import may_change_planned

# The keys of the plans that were asked about.
FIELD = "lapsing_plans"
# In the session: the same, for what a script of the CMS sends, and until when.
AGREED, MINUTES = "lapsing_plans", 10


def agreed_to(request, plans):
    """Whether this person was asked about all of `plans`, and went on."""
    return {str(plan.pk) for plan in plans} <= {*request.POST.get(FIELD, "").split(), *agreed_before(request)}


def agreed_before(request):
    agreed = request.session.get(AGREED) or {}
    return agreed["keys"] if agreed and agreed["until"] > timezone.now().timestamp() else []


def agree(request, plans):
    """To what scripts send in the next minutes: they can't show a question and send their words again."""
    until = timezone.now().timestamp() + MINUTES * 60
    request.session[AGREED] = {"keys": [str(plan.pk) for plan in plans], "until": until}


def ask(request, lapsing):
    list(get_messages(request))  # what the view said of what is not kept: said to nobody
    if request.headers.get("Sec-Fetch-Dest") == "empty":
        return HttpResponse(for_a_script(request, lapsing), status=409)
    context = admin.site.each_context(request) | {
        "title": _("A planned publication lapses"),
        "messages": (),  # those read above would be shown all the same, and close the box as if all was saved
        "sentences": sentences(request, lapsing),
        "may_plan_again": lapsing.may_plan_again,
        "field": FIELD,
        "keys": " ".join(str(plan.pk) for plan in lapsing.plans),
        "sent": sent_again.fields(request, FIELD),
        "kept": kept_files(request),
        "back": way_back(request),
    }
    return TemplateResponse(request, "admin/publication/lapses.html", context)


def kept_files(request):
    """Pairs of the name and the token of each file. Without one of them the question would save the rest alone."""
    tokens, lost = sent_again.files(request)
    if lost:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))  # why is in the log; answered with 507
    return tokens


def sentences(request, lapsing):
    """Pairs of the sentence and the title of what was planned."""
    return [(lapses(plan), title_for(request, plan)) for plan in lapsing.plans]


def title_for(request, plan):
    """Empty for who may not change it, or has yet to confirm who they are before an embargo is shown."""
    if not may_change_planned(request.user, plan.version):
        return ""
    under_embargo = getattr(plan.version.grouper, "is_under_embargo", False)
    return plan.title if not under_embargo or may_see_embargo(request) else ""


def lapses(plan):
    moment = timezone.localtime(plan.moment)
    if moment.date() == timezone.localdate():
        return _("Through this change the plan of %(time)s lapses.") % {"time": date_format(moment, "G.i")}
    return _("Through this change the plan of %(moment)s lapses.") % {"moment": moment_in_words(moment)}


def for_a_script(request, lapsing):
    """Shown by the CMS as it is. Nothing was kept; a window beside this one, as words may stand here still, asks."""
    said = [(sentence, f" ({title})" if title else "") for sentence, title in sentences(request, lapsing)]
    words = format_html_join(" ", "{}{}", said)
    address = reverse("schedule-changing", args=(lapsing.plans[0].pk,))
    return format_html(
        '{} {} <a href="{}" target="_blank">{}</a>',
        words,
        _("Nothing was saved."),
        address,
        _("Change it all the same"),
    )


def way_back(request):
    """The screen that the change was sent from, or the start where none is named."""
    came_from = request.headers.get("referer", "")
    known = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, request.is_secure())
    return came_from if known else reverse("admin:index")
