"""Subjects of mails stand in a list, and are read on a locked screen: no title of what is not public is in one."""

import pytest
from django.contrib.sites.models import Site
from django.core.management import call_command
from django.urls import reverse

from accounts.schedules import lapse, recipients
from accounts.unlocking import mail_holder
from letters.models import Letter
from tests.accounts.people import person
from tests.clients import PasswordClient
from tests.factories import DocumentContentFactory, NewsContentFactory, UserFactory, plan, version_of

pytestmark = pytest.mark.django_db
SECRET = "Zwaluwplan"


def test_no_subject_holds_a_title():
    schedule = plan(DocumentContentFactory(title=SECRET))
    call_command("publish_scheduled")
    subjects = [letter.subject for letter in Letter.objects.all()]
    for again in (True, False):
        subjects.append(lapse(schedule, UserFactory(), UserFactory(), again).subject)
    author = UserFactory()
    version = version_of(NewsContentFactory(title=SECRET, created_by=author))
    mail_holder(None, version, author, UserFactory())
    subjects += [letter.subject for letter in Letter.objects.filter(recipient=author.email)]
    assert len(subjects) == 4
    assert not [subject for subject in subjects if SECRET in subject or not subject.strip()]


def test_who_works_elsewhere_hears_nothing_of_a_plan(elsewhere):
    here = Site.objects.get_current()
    chef = UserFactory(roles=["Beheerder"], works_on=[here])
    UserFactory(roles=["Beheerder"], works_on=[elsewhere])
    schedule = plan(NewsContentFactory(news_item__sites=[here]), by=UserFactory(is_active=False))
    assert list(recipients(schedule, schedule.scheduled_by)) == [chef]


def test_who_planned_it_and_works_elsewhere_now_hears_nothing(elsewhere):
    here = Site.objects.get_current()
    chef = UserFactory(roles=["Beheerder"], works_on=[here])
    planner = UserFactory(roles=["Eindredacteur"], works_on=[elsewhere])
    schedule = plan(NewsContentFactory(news_item__sites=[here]), by=planner)
    assert list(recipients(schedule, planner)) == [chef]


def test_the_list_of_mails_asks_for_the_second_step(settings):
    client = PasswordClient()
    settings.SECOND_FACTOR_REQUIRED = True
    client.force_login(person("chef", "Beheerder"))
    Letter.objects.create(recipient="an@example.org", subject=SECRET)
    answer = client.get(reverse("admin:letters_letter_changelist"))
    assert answer.status_code == 302 and SECRET not in answer.text
    assert answer.headers["Location"].startswith(reverse("second-factor-setup"))
