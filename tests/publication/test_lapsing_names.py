"""Whom the question before a plan lapses tells which titles."""

import datetime

import pytest
from django.contrib.auth.models import Permission
from django.contrib.sites.models import Site
from django.urls import reverse
from django.utils import timezone

from accounts.models import Workplace
from news.embargo import put_under_embargo
from publication.models import PublicationSchedule
from tests.clients import PasswordClient
from tests.factories import NewsContentFactory, UserFactory, author, plan

from .test_admin import change_url
from .test_frozen import form_of, planned_news, role, unlocked

pytestmark = pytest.mark.django_db
HIDDEN_TITLE = "Het andere geheim"


@pytest.fixture
def elsewhere():
    """Planned on a site of its own."""
    content = NewsContentFactory(title=HIDDEN_TITLE)
    content.news_item.sites.set([Site.objects.create(domain="elders.example", name="Elders")])
    unlocked()
    return plan(content, minutes=60)


@pytest.fixture
def own():
    return planned_news()


def works_here(client):
    user = role(client, "Redacteur")
    place, _made = Workplace.objects.update_or_create({"every_site": False}, account=user)
    place.sites.set([Site.objects.get_current()])
    return user


def in_one_group():
    PublicationSchedule.objects.update(group="6b2d7300-0000-4000-8000-000000000000")


def changing(schedule):
    return reverse("schedule-changing", args=(schedule.pk,))


def test_who_may_not_change_it_does_not_open_the_question(client, elsewhere):
    works_here(client)
    for answer in (client.get(changing(elsewhere)), client.post(changing(elsewhere))):
        assert answer.status_code == 403 and HIDDEN_TITLE not in answer.text


def test_who_has_no_right_to_change_anything_of_its_kind_does_not_either(client, own):
    user = UserFactory(is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_newscontent"))
    client.force_login(user)
    answer = client.get(changing(own[1]))
    assert answer.status_code == 403 and own[1].title not in answer.text


@pytest.mark.parametrize("way", ["its own address", "a form", "a script"])
def test_what_goes_out_with_it_is_named_to_who_may_change_that_too(client, own, elsewhere, way):
    works_here(client)
    in_one_group()
    content, schedule = own
    if way == "its own address":
        answer = client.get(changing(schedule))
    else:
        headers = {"sec-fetch-dest": "empty"} if way == "a script" else {}
        answer = client.post(change_url(content.news_item), form_of(content, content__title="Anders"), headers=headers)
    assert "Door deze wijziging vervalt de planning" in answer.text
    assert schedule.title in answer.text and HIDDEN_TITLE not in answer.text


def test_what_is_under_embargo_asks_for_the_second_step_first(settings, own):
    settings.SECOND_FACTOR_REQUIRED = True
    secret = NewsContentFactory(title=HIDDEN_TITLE)
    put_under_embargo(secret.news_item, timezone.now() + datetime.timedelta(days=1), author())
    plan(secret, minutes=60)
    in_one_group()
    client = PasswordClient()
    client.force_login(UserFactory(roles=["Redacteur"]))
    answer = client.get(changing(own[1]))
    assert answer.status_code == 302 and "/beheer/tweede-stap/" in answer.url
