"""Tell who planned a publication that it failed, or that a change made it lapse.

No subject holds a title: it stands in a list of mails and on locked screens.
"""

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.dispatch import receiver
from django.urls import reverse
from django.utils.translation import gettext

from letters.sending import post
from letters.writing import letter
from publication.belonging import may_open, site_for
from publication.dates import moment_in_words
from publication.people import name_of
from publication.scheduling.due import schedule_failed
from publication.scheduling.lapsing import schedule_lapsed
from regions.letterhead import written_by


@receiver(schedule_failed)
def mail_failure(sender, schedule, **kwargs):
    for account in recipients(schedule, schedule.scheduled_by):
        post(failure(schedule, account))


@receiver(schedule_lapsed)
def mail_lapse(sender, schedule, planner, user, again, **kwargs):
    for account in recipients(schedule, planner):
        post(lapse(schedule, account, user, again))


def recipients(schedule, planner):
    """Who planned it; who runs the site where that person left, has no address or does not work there any more."""
    if planner is not None and planner.is_active and planner.email and may_open(planner, schedule):
        return [planner]
    runs_the_site = Q(is_superuser=True) | Q(groups__name="Beheerder")
    accounts = get_user_model().objects.filter(runs_the_site, is_active=True).exclude(email="").distinct()
    return [account for account in accounts if may_open(account, schedule)]


def failure(schedule, account):
    context = what_was_planned(schedule, account) | {
        "publishes": schedule.act == schedule.Act.PUBLISH,
        "reason": schedule.note,
    }
    subject = gettext("A planned publication was not carried out")
    return letter("accounts/mail/schedule_failed", subject, account, context)


def lapse(schedule, account, user, again):
    context = what_was_planned(schedule, account) | {"colleague": user and name_of(user), "again": again}
    changed, lapsed = gettext("What you planned was changed and planned again"), gettext("What you planned has lapsed")
    return letter("accounts/mail/schedule_lapsed", changed if again else lapsed, account, context)


def what_was_planned(schedule, account):
    context = written_by(site_for(schedule))
    return context | {
        "account": account,
        "title": schedule.title,
        "moment": moment_in_words(schedule.moment),
        "link": context["origin"] + reverse("schedule-calendar"),
    }
