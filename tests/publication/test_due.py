"""What the command for the minute does with what is due."""

import datetime
import logging

import pytest
from django.contrib.sites.models import Site
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from djangocms_versioning.constants import DRAFT, PUBLISHED, UNPUBLISHED

from publication.models import PublicationSchedule
from tests.factories import (
    DocumentContentFactory,
    NewsContentFactory,
    OrganizationContentFactory,
    ProjectContentFactory,
    UserFactory,
    cms_page,
    plan,
    version_of,
)

pytestmark = pytest.mark.django_db


def run():
    call_command("publish_scheduled")


def state_of(content):
    return version_of(content).state


@pytest.mark.parametrize(
    "make", [NewsContentFactory, OrganizationContentFactory, ProjectContentFactory, lambda: cms_page("Gepland")]
)
def test_content_of_every_kind_appears_at_its_moment(client, make):
    content = make()
    plan(content)
    assert client.get(content.get_absolute_url()).status_code == 404
    run()
    assert client.get(content.get_absolute_url()).status_code == 200


def test_nothing_happens_before_the_moment(client):
    content = NewsContentFactory()
    schedule = plan(content, minutes=5)
    run()
    schedule.refresh_from_db()
    assert (state_of(content), schedule.state) == (DRAFT, "pending")
    assert client.get(content.get_absolute_url()).status_code == 404


def test_news_disappears_at_its_moment(client):
    content = NewsContentFactory(state=PUBLISHED)
    plan(content, "unpublish")
    assert client.get(content.get_absolute_url()).status_code == 200
    run()
    assert client.get(content.get_absolute_url()).status_code == 404


def test_missed_minutes_are_caught_up_in_order():
    content = NewsContentFactory()
    by = UserFactory(is_superuser=True)
    plan(content, "unpublish", minutes=-10, by=by)
    plan(content, "publish", minutes=-600, by=by)
    run()
    assert state_of(content) == UNPUBLISHED
    assert set(PublicationSchedule.objects.values_list("state", flat=True)) == {"done"}


def test_a_document_without_a_file_fails_with_the_reason_and_stops_nothing_else():
    incomplete, complete = DocumentContentFactory(), NewsContentFactory()
    failed, done = plan(incomplete, minutes=-2), plan(complete)
    run()
    failed.refresh_from_db(), done.refresh_from_db()
    assert (failed.state, failed.note) == ("failed", str(incomplete.lacks()))
    assert done.state == "done"
    assert state_of(incomplete) == DRAFT


@pytest.mark.parametrize("loss", [{"is_superuser": False}, {"is_active": False}, {"is_staff": False}])
def test_who_may_no_longer_publish_publishes_nothing(loss):
    content = NewsContentFactory()
    schedule = plan(content)
    type(schedule.scheduled_by).objects.update(**loss)
    run()
    schedule.refresh_from_db()
    assert (schedule.state, state_of(content)) == ("failed", DRAFT)
    assert schedule.note


def test_what_nobody_expected_is_logged_and_stops_nothing_else(caplog):
    lost, content = plan(NewsContentFactory(), minutes=-2), NewsContentFactory()
    PublicationSchedule.objects.filter(pk=lost.pk).update(version=None)
    plan(content)
    with caplog.at_level(logging.ERROR):
        run()
    lost.refresh_from_db()
    assert (lost.state, state_of(content)) == ("failed", PUBLISHED)
    assert "DoesNotExist" in caplog.text


@pytest.mark.parametrize("act", ["archive", "publish"])
def test_what_was_done_by_hand_ends_the_plan_quietly(act):
    content = NewsContentFactory()
    schedule = plan(content, minutes=5)
    getattr(version_of(content), act)(schedule.scheduled_by)
    schedule.refresh_from_db()
    assert schedule.state == "ended"
    assert schedule.note
    run()
    assert not mail.outbox


def test_a_deleted_version_leaves_its_plan_as_history():
    content = NewsContentFactory(title="Weg")
    schedule = plan(content, minutes=5)
    version_of(content).delete()
    schedule.refresh_from_db()
    assert (schedule.state, schedule.version, schedule.title) == ("ended", None, "Weg")


def test_what_has_to_disappear_disappears_though_a_newer_version_replaced_it():
    content = NewsContentFactory(state=PUBLISHED)
    schedule = plan(content, "unpublish", minutes=5)
    newer = version_of(content).copy(schedule.scheduled_by)
    newer.publish(schedule.scheduled_by)
    schedule.refresh_from_db()
    assert (schedule.state, schedule.version_id) == ("pending", newer.pk)


def test_an_embargo_still_holds_after_a_scheduled_publication(client):
    content = NewsContentFactory()
    type(content.news_item).objects.filter(pk=content.news_item_id).update(
        embargo_until=timezone.now() + datetime.timedelta(hours=1)
    )
    plan(content)
    run()
    assert state_of(content) == PUBLISHED
    assert client.get(content.get_absolute_url()).status_code == 404
    assert not type(content).everything.published(Site.objects.get_current()).exists()
