"""Tell who planned a publication that it failed."""

from django.contrib.auth import get_user_model
from django.contrib.sites.models import Site
from django.db.models import Q
from django.dispatch import receiver
from django.urls import reverse
from django.utils.translation import gettext

from letters.sending import post
from letters.writing import letter
from publication.dates import moment_in_words
from publication.scheduling.due import schedule_failed
from regions.models import site_origin

from .links import site_name


@receiver(schedule_failed)
def mail_failure(sender, schedule, **kwargs):
    for account in recipients(schedule):
        post(failure(schedule, account))


def recipients(schedule):
    """Who planned it; who runs the site where that person left or has no address."""
    planner = schedule.scheduled_by
    if planner is not None and planner.is_active and planner.email:
        return [planner]
    runs_the_site = Q(is_superuser=True) | Q(groups__name="Beheerder")
    return get_user_model().objects.filter(runs_the_site, is_active=True).exclude(email="").distinct()


def failure(schedule, account):
    origin = site_origin(Site.objects.get_current())
    context = {
        "account": account,
        "title": schedule.title,
        "moment": moment_in_words(schedule.moment),
        "publishes": schedule.act == schedule.Act.PUBLISH,
        "reason": schedule.note,
        "site_name": site_name(Site.objects.get_current()),
        "origin": origin,
        "link": origin + reverse("schedule-calendar"),
    }
    return letter("accounts/mail/schedule_failed", gettext("Not carried out: %s") % schedule.title, account, context)
