"""Several things that go out together, or not at all."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from djangocms_versioning.constants import DRAFT, PUBLISHED

from publication.models import PublicationSchedule
from tests.factories import DocumentContentFactory, NewsContentFactory, plan, version_of

pytestmark = pytest.mark.django_db


def put_together(client, content, *others):
    data = {"schedule": "1", "publish_0": "06-02-2044", "publish_1": "10:00", "unpublish_0": "", "unpublish_1": ""}
    data["together"] = [str(other.pk) for other in others]
    return client.post(reverse("schedule-version", args=(version_of(content).pk,)), data, follow=True)


def let_the_moment_come():
    PublicationSchedule.objects.update(moment="2017-02-06T09:00Z")
    call_command("publish_scheduled")


def test_they_get_one_moment_and_appear_together(client, editor):
    news, other, alone = NewsContentFactory(), NewsContentFactory(), NewsContentFactory()
    chosen, lonely = plan(other, minutes=60), plan(alone, minutes=60)
    put_together(client, news, chosen)
    chosen.refresh_from_db(), lonely.refresh_from_db()
    assert chosen.moment.year == 2044
    assert chosen.group and lonely.group is None
    let_the_moment_come()
    assert {version_of(content).state for content in (news, other)} == {PUBLISHED}


def test_one_that_lacks_something_holds_all_of_them_back_and_is_named(client, editor):
    news, document = NewsContentFactory(), DocumentContentFactory(title="Advies")
    page = put_together(client, news, plan(document, minutes=60))
    assert "Advies" in page.text
    assert str(document.lacks()) in page.text
    let_the_moment_come()
    assert {version_of(content).state for content in (news, document)} == {DRAFT}
    notes = PublicationSchedule.objects.filter(state="failed").values_list("note", flat=True)
    assert len(notes) == 2
    assert all(str(document.lacks()) in note for note in notes)


def test_who_is_not_chosen_any_more_goes_alone(client, editor):
    news, other = NewsContentFactory(), NewsContentFactory()
    chosen = plan(other, minutes=60)
    put_together(client, news, chosen)
    put_together(client, news)
    assert not PublicationSchedule.objects.filter(group__isnull=False).exists()


def test_a_dry_run_names_what_is_missing_and_changes_nothing(capsys):
    document, news = DocumentContentFactory(title="Advies"), NewsContentFactory()
    plan(document), plan(news)
    call_command("publish_scheduled", "--dry-run")
    assert capsys.readouterr().out.splitlines() == [f"“Advies”: {document.lacks()}"]
    assert {version_of(content).state for content in (news, document)} == {DRAFT}
