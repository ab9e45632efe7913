"""How staff plan a publication: one button, one screen, a calendar."""

import datetime

import pytest
from cms.toolbar.utils import get_object_preview_url
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from djangocms_versioning.constants import ARCHIVED, PUBLISHED
from djangocms_versioning.helpers import version_list_url

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
MAKERS = [NewsContentFactory, DocumentContentFactory, OrganizationContentFactory, ProjectContentFactory, cms_page]


def screen(content):
    return reverse("schedule-version", args=(version_of(content).pk,))


def moments(publish="", unpublish=""):
    """Fields of the form, from "2 3 2044 10:00"."""
    data = {"schedule": "1"}
    for name, moment in (("publish", publish), ("unpublish", unpublish)):
        data[f"{name}_0"], _, data[f"{name}_1"] = moment.partition(" ")
    return data


@pytest.mark.parametrize("make", MAKERS)
def test_the_list_of_versions_and_the_editor_lead_to_the_screen(client, editor, make):
    content = make()
    assert screen(content) in client.get(version_list_url(content)).text
    assert screen(content) in client.get(get_object_preview_url(content), follow=True).text
    assert client.get(screen(content)).status_code == 200


@pytest.mark.parametrize("make", MAKERS[:4])
def test_the_form_says_what_is_planned(client, editor, make):
    content = make()
    plan(content, minutes=60)
    opts = content.grouper._meta
    page = client.get(reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=(content.grouper.pk,)))
    assert "nu niet zichtbaar" in page.text
    assert screen(content) in page.text


def test_an_editor_plans_changes_and_cancels(client, editor):
    content = NewsContentFactory()
    page = client.post(screen(content), moments("06-02-2044 10:00", "07-02-2044 10:00"), follow=True)
    assert "Verschijnt op zaterdag 6 februari 2044 om 10.00 u., nu niet zichtbaar." in page.text
    assert "Verdwijnt op zondag 7 februari 2044 om 10.00 u." in page.text
    client.post(screen(content), moments("06-02-2044 11:30"))
    [schedule] = PublicationSchedule.objects.filter(state="pending")
    assert timezone.localtime(schedule.moment).hour == 11
    assert schedule.scheduled_by == editor
    page = client.post(screen(content), {"cancel": "1"}, follow=True)
    assert "Er is niets gepland." in page.text
    assert not PublicationSchedule.objects.filter(state="pending").exists()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (moments("06-02-2017 10:00"), "Dit moment is voorbij."),
        (moments("27-03-2044 02:30"), "zomertijd"),
        (moments("30-10-2044 02:30"), "zomertijd"),
        (moments("07-02-2044 10:00", "06-02-2044 10:00"), "Het kan pas verdwijnen"),
        (moments("", "06-02-2044 10:00"), "Zeg ook wanneer het verschijnt"),
        (moments("morgen 10:00"), "errorlist"),
    ],
)
def test_a_wrong_moment_gets_a_sentence_and_plans_nothing(client, editor, fields, words):
    page = client.post(screen(NewsContentFactory()), fields)
    assert page.status_code == 200
    assert words in page.text
    assert not PublicationSchedule.objects.exists()


def test_what_lacks_something_is_not_planned(client, editor):
    content = DocumentContentFactory()
    assert str(content.lacks()) in client.post(screen(content), moments("06-02-2044 10:00")).text
    assert not PublicationSchedule.objects.exists()


def test_attached_drafts_that_would_stay_behind_are_named(client, editor):
    content, document = NewsContentFactory(), DocumentContentFactory(title="Een bijlage in de maak")
    content.attachments.create(document=document.document, position=1)
    page = client.get(screen(content)).content.decode()
    assert "Een bijlage in de maak" in page and screen(document) in page

    plan(document, minutes=60)
    assert "Een bijlage in de maak</a>" not in client.get(screen(content)).content.decode()


def test_what_is_archived_cannot_be_planned(client, editor):
    content = NewsContentFactory(state=ARCHIVED)
    assert client.post(screen(content), moments("06-02-2044 10:00")).status_code == 200
    assert not PublicationSchedule.objects.exists()


@pytest.mark.parametrize("make", MAKERS)
def test_who_may_not_publish_plans_nothing_and_sees_no_calendar_line(client, make):
    content = make()
    plan(content, minutes=0)
    writer = UserFactory()
    writer.user_permissions.set(Permission.objects.exclude(codename__startswith="publish_"))
    client.force_login(writer)
    assert client.get(screen(content)).status_code == 403
    assert client.post(screen(content), {"cancel": "1"}).status_code == 403
    assert str(content) not in client.get(reverse("schedule-calendar")).text


def test_a_reader_is_sent_to_the_login(client):
    for address in (screen(NewsContentFactory()), reverse("schedule-calendar")):
        assert "/login/" in client.get(address)["Location"]


def test_the_calendar_shows_plans_failures_and_embargoes(client, editor):
    planned, failed, held = NewsContentFactory(), NewsContentFactory(), NewsContentFactory(state=PUBLISHED)
    noon = timezone.localtime().replace(day=15, hour=12)
    schedule = plan(planned)
    plan(failed, state="failed", note="Er ontbreekt een foto.")
    PublicationSchedule.objects.update(moment=noon)
    type(held.news_item).objects.update(embargo_until=noon + datetime.timedelta(hours=1))
    page = client.get(reverse("schedule-calendar")).text
    assert reverse("schedule-version", args=(schedule.version_id,)) in page
    assert "Er ontbreekt een foto." in page
    assert "verschijnt (gepland)" in page and "appears" not in page
    assert reverse("admin:news_newsitem_embargo", args=(held.news_item_id,)) in page
    assert reverse("schedule-calendar") in client.get(reverse("admin:index")).text


@pytest.mark.parametrize("address", ["0-1", "2044-13", "9999-12", "1-1", "99999-1"])
def test_a_month_that_is_none_is_not_found(client, editor, address):
    assert client.get(f"/beheer/planning/{address}/").status_code == 404
