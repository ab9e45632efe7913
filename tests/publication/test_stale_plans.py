"""A plan that lapsed by something else than a request: the minute ends it, and no colleague is asked about it."""

import pytest
from django.apps import apps
from django.apps.registry import Apps
from django.core.management import call_command
from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from letters.models import Letter
from publication.models import PublicationSchedule
from publication.scheduling.digest import digest_of, rules, rules_of
from tests.factories import DocumentContentFactory, NewsContentFactory, UserFactory, plan

from .test_admin import change_url
from .test_frozen import form_of, hidden, planned_news, role, unlocked

pytestmark = pytest.mark.django_db
PASSWORD = "Een wachtwoord dat nergens mag staan 8"  # noqa: S105 - of a test


@pytest.fixture
def stale():
    """Planned, and changed by a command: nobody was asked."""
    content, schedule = planned_news()
    type(content).everything.filter(pk=content.pk).update(title="Door een opdracht gewijzigd")
    return content, schedule


def is_pending(schedule):
    schedule.refresh_from_db()
    return schedule.state == "pending"


def with_password(**fields):
    user = UserFactory(roles=["Eindredacteur"], **fields)
    user.set_password(PASSWORD)
    user.save()
    return user


def test_who_logs_in_is_asked_nothing(client, stale):
    user = with_password()
    answer = client.post(reverse("admin:login"), {"username": user.username, "password": PASSWORD})
    assert (answer.status_code, answer.get("Location")) == (302, "/beheer/"), answer.text[:400]
    assert is_pending(stale[1])


def test_who_is_logged_in_and_logs_in_again_is_asked_nothing(client, stale):
    user = with_password()
    client.force_login(user)
    answer = client.post(reverse("admin:login"), {"username": user.username, "password": PASSWORD})
    assert answer.status_code == 302 and PASSWORD not in answer.text


def test_who_chooses_another_password_is_asked_nothing(client, stale):
    client.force_login(with_password())
    new = PASSWORD + "9"
    data = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    answer = client.post(reverse("admin:password_change"), data)
    assert answer.status_code == 302, answer.text[:400]
    assert is_pending(stale[1])


def test_who_logs_out_is_asked_nothing(client, stale):
    role(client, "Eindredacteur")
    assert "Door deze wijziging" not in client.post(reverse("admin:logout")).text
    assert is_pending(stale[1])


def test_who_changes_something_else_is_asked_nothing(client, stale):
    role(client, "Eindredacteur")
    other = NewsContentFactory()
    unlocked()
    assert client.post(change_url(other.news_item), form_of(other, content__title="Nieuw")).status_code == 302
    other.refresh_from_db()
    assert other.title == "Nieuw" and is_pending(stale[1])


def test_who_changes_it_further_is_asked_and_may_plan_it_again(client, stale):
    content, schedule = stale
    role(client, "Eindredacteur")
    page = client.post(change_url(content.news_item), form_of(content, content__title="Anders"))
    assert "Door deze wijziging vervalt" in page.text
    client.post(change_url(content.news_item), hidden(page))
    content.refresh_from_db()
    assert content.title == "Anders" and is_pending(schedule)
    assert schedule.digest == digest_of(content)


def test_a_request_that_writes_nothing_looks_at_no_plan(client):
    role(client, "Eindredacteur")
    other = NewsContentFactory()
    unlocked()

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert client.post(change_url(other.news_item), form_of(other, content__title="")).status_code == 200
        return len(captured)

    queries()
    before = queries()
    planned_news()
    assert queries() == before


def test_no_password_stands_in_the_question(client):
    role(client, "Eindredacteur")
    content, _schedule = planned_news()
    data = form_of(content, content__title="Anders") | {"password": PASSWORD, "new_password1": PASSWORD}
    page = client.post(change_url(content.news_item), data)
    assert "Door deze wijziging vervalt" in page.text
    assert PASSWORD not in page.text


# --- the minute -----------------------------------------------------------------------------------


def test_the_minute_ends_it_and_mails_the_planner_once(stale):
    content, schedule = stale
    for _minute in range(2):
        call_command("publish_scheduled")
    assert not is_pending(schedule)
    assert schedule.state == "ended" and "gewijzigd" in schedule.note
    letter = Letter.objects.get()
    assert letter.recipient == schedule.scheduled_by.email and "Niet meer gepland" in letter.subject
    assert "None" not in letter.text


def test_the_minute_ends_what_goes_out_with_it(stale):
    schedule, other = stale[1], plan(NewsContentFactory(), minutes=60)
    PublicationSchedule.objects.update(group="6b2d7300-0000-4000-8000-000000000000", moment=other.moment)
    call_command("publish_scheduled")
    assert not is_pending(schedule) and not is_pending(other)
    assert Letter.objects.count() == 2


def test_the_minute_leaves_what_is_as_it_was_planned():
    schedules = [plan(content, minutes=60) for content in (NewsContentFactory(), DocumentContentFactory())]
    call_command("publish_scheduled")
    assert all(is_pending(schedule) for schedule in schedules) and not Letter.objects.exists()


# --- an upgrade -----------------------------------------------------------------------------------


@pytest.mark.parametrize("digest", ["f" * 64, "00000000000000f:" + "f" * 48], ids=["before rules", "older rules"])
def test_a_plan_of_an_older_release_is_frozen_anew(client, digest):
    role(client, "Eindredacteur")
    content, schedule = planned_news()
    PublicationSchedule.objects.update(digest=digest)
    call_command("publish_scheduled")
    assert is_pending(schedule) and not Letter.objects.exists()
    assert schedule.digest == digest_of(content)


def table(**columns):
    meta = type("Meta", (), {"app_label": "publication", "apps": Apps()})
    return type("Thing", (models.Model,), {"__module__": __name__, "Meta": meta, **columns})


def test_another_column_or_migration_is_another_rule():
    assert rules_of([table()], [1]) == rules_of([table()], [1])
    assert rules_of([table()], [1]) != rules_of([table(added=models.TextField())], [1])
    assert rules_of([table()], [1]) != rules_of([table()], [2])
    assert len(rules()) == len(rules_of(apps.get_models(), [])) == 16
