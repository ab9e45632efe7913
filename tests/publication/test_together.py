"""Several things that go out together, or not at all."""

import pytest
from django.contrib.sites.models import Site
from django.core.management import call_command
from django.urls import reverse
from djangocms_versioning.constants import DRAFT, PUBLISHED
from djangocms_versioning.models import Version

from publication.models import PublicationSchedule
from tests.factories import DocumentContentFactory, NewsContentFactory, UserFactory, plan, version_of

pytestmark = pytest.mark.django_db


def put_together(client, content, *others, **changes):
    data = {"schedule": "1", "publish_0": "06-02-2044", "publish_1": "10:00", "unpublish_0": "", "unpublish_1": ""}
    data |= {"together": [str(other.pk) for other in others]} | changes
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


@pytest.fixture
def with_others(client):
    """A draft of one's own and a plan of another site that it appears together with, as who works on both made it."""
    here, elsewhere = Site.objects.get_current(), Site.objects.create(domain="ander.example.org", name="Andere site")
    mine, second, other = (NewsContentFactory(news_item__sites=[site]) for site in (here, here, elsewhere))
    theirs, own = plan(other, minutes=60), plan(second, minutes=60)
    client.force_login(UserFactory(roles=["Eindredacteur"]))
    put_together(client, mine, theirs, own)
    Version.objects.update(locked_by=None)
    client.force_login(UserFactory(roles=["Eindredacteur"], works_on=[here]))
    return mine, own, theirs


def groups():
    return set(PublicationSchedule.objects.filter(state="pending").values_list("group", "moment"))


def test_nobody_takes_apart_what_goes_out_with_others(client, with_others):
    mine, own, _theirs = with_others
    before, later = groups(), {"publish_0": "07-02-2044"}
    third = NewsContentFactory()
    for content, chosen, changes in ((mine, [], {}), (mine, [own], later), (third, [own], {})):
        page = put_together(client, content, *chosen, **changes)
        assert "verschijnt samen met iets dat u niet mag inplannen" in page.text
        assert groups() == before and len(before) == 1


def test_a_form_in_which_nothing_was_changed_leaves_them_together(client, with_others):
    mine, own, _theirs = with_others
    before = groups()
    assert "niet mag inplannen" not in put_together(client, mine, own).text
    assert groups() == before


def test_who_plans_only_one_of_them_does_not_move_it_alone(client, with_others):
    mine, own, _theirs = with_others
    own.delete()
    before = groups()
    assert "niet mag inplannen" in put_together(client, mine, publish_0="07-02-2044").text
    assert groups() == before


def test_ones_own_plan_is_cancelled_and_others_stay_together(client, with_others):
    mine, own, theirs = with_others
    put_together(client, mine, publish_0="", publish_1="")
    theirs.refresh_from_db(), own.refresh_from_db()
    assert theirs.group == own.group is not None
    assert not PublicationSchedule.objects.filter(version=version_of(mine), state="pending").exists()
