"""What is planned in a month, by day, with what failed and the embargoes that end."""

import datetime
from dataclasses import dataclass

from django.apps import apps
from django.contrib import admin
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from publication.belonging import may_open, only_elsewhere
from publication.embargo import Embargoed

from .models import PublicationSchedule


@dataclass(frozen=True)
class Line:
    """`failed` is a reason; `words` say what happens."""

    moment: datetime.datetime
    title: str
    words: str
    url: str = ""
    note: str = ""
    failed: bool = False


def calendar(request, year=None, month=None):
    today = timezone.localdate()
    try:
        first = datetime.date(today.year if year is None else year, today.month if month is None else month, 1)
        begin, end = month_of(first)
    except (ValueError, OverflowError) as error:
        raise Http404 from error
    lines = sorted([*planned(request.user, begin, end), *embargoes(request.user, begin, end)], key=lambda x: x.moment)
    days = {}
    for line in lines:
        days.setdefault(timezone.localdate(line.moment), []).append(line)
    context = admin.site.each_context(request) | {
        "title": _("Planning of %(month)s") % {"month": date_format(first, "F Y")},
        "days": days.items(),
        "former": first - datetime.timedelta(days=1),
        "next": timezone.localdate(end),
    }
    return TemplateResponse(request, "admin/publication/calendar.html", context)


def month_of(first):
    """The moments between which the month of the day `first` lies."""
    following = (first + datetime.timedelta(days=31)).replace(day=1)
    if first.year < 2:
        raise ValueError(first)
    midnight = datetime.time()
    return tuple(timezone.make_aware(datetime.datetime.combine(day, midnight)) for day in (first, following))


def planned(user, begin, end):
    """Of things that `user` may publish."""
    found = PublicationSchedule.objects.filter(moment__gte=begin, moment__lt=end)
    for schedule in found.select_related("version", "scheduled_by").prefetch_related("version__content"):
        version = schedule.version
        gone = version is None or version.content is None
        if schedule.scheduled_by_id != user.pk if gone else not version.has_publish_permission(user):
            continue
        if not gone and not may_open(user, version):
            continue
        publishes = schedule.act == schedule.Act.PUBLISH
        act = _("appears") if publishes else _("disappears")
        url = "" if gone else reverse("schedule-version", args=(version.pk,))
        failed = schedule.state == schedule.State.FAILED
        words = f"{act} ({schedule.get_state_display()})"
        yield Line(schedule.moment, schedule.title, words, url, schedule.note, failed)


def embargoes(user, begin, end):
    """Things with pages of their own that an embargo holds back until a moment in the month."""
    for model in apps.get_models():
        if not issubclass(model, Embargoed) or not hasattr(model, "content_model"):
            continue
        content = model.content_model()._meta
        if not user.has_perm(f"{content.app_label}.publish_{content.model_name}"):
            continue
        held = model.objects.filter(embargo_until__gte=begin, embargo_until__lt=end)
        for thing in held.exclude(only_elsewhere(model, user)):
            yield Line(thing.embargo_until, str(thing), _("end of the embargo"), address_of(thing))


def address_of(thing):
    """The screen of its embargo, or its form where it has none of its own."""
    base = f"admin:{thing._meta.app_label}_{thing._meta.model_name}"
    try:
        return reverse(f"{base}_embargo", args=(thing.pk,))
    except NoReverseMatch:
        return reverse(f"{base}_change", args=(thing.pk,))
