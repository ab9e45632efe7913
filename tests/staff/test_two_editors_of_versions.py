"""Two editors in what is live of a versioned thing, in its embargo and in its plans: nobody's work is wiped unseen."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from documents.models import FormerFile
from news.embargo import put_under_embargo
from news.models import NewsItem
from publication.models import PublicationSchedule
from tests.clients import SiteClient
from tests.factories import (
    DocumentContentFactory,
    NewsContentFactory,
    UserFactory,
    add_file,
    cms_page,
    pdf_bytes,
    plan,
    version_of,
)

from .screens import filled_in
from .test_two_editors import screen

pytestmark = pytest.mark.django_db
FIRST = {"moment_0": "06-02-2031", "moment_1": "10:00"}
SECOND = {"moment_0": "07-02-2031", "moment_1": "11:00"}


def mark_on(page):
    return {"seen": page.context["seen"]}


# --- live fields ----------------------------------------------------------------------------------


def test_what_was_typed_in_the_draft_stands_there_still(editor):
    """Who writes the draft gets her title back with her address, and both are saved the second time."""
    writer, publisher = UserFactory(is_superuser=True), editor()
    content = NewsContentFactory(created_by=writer)
    client = SiteClient()
    client.force_login(writer)
    item = content.news_item
    mine = filled_in(client.get(screen(item))) | {"content__title": "Van de schrijver", "slug": "van-de-schrijver"}
    theirs = filled_in(publisher.get(screen(item))) | {"slug": "van-een-ander"}
    assert publisher.post(screen(item), theirs).status_code == 302

    refused = client.post(screen(item), mine)
    content.refresh_from_db()
    assert content.title != "Van de schrijver" and "is nu: van-een-ander" in refused.text
    again = filled_in(refused)
    assert (again["content__title"], again["slug"]) == ("Van de schrijver", "van-de-schrijver")
    assert client.post(screen(item), again).status_code == 302
    content.refresh_from_db()
    assert (content.title, NewsItem.objects.get().slug) == ("Van de schrijver", "van-de-schrijver")


def test_a_new_version_of_a_colleague_keeps_nobody_from_the_live_fields(editor):
    content = NewsContentFactory(state="published")
    item, client = content.news_item, editor()
    form = filled_in(client.get(screen(item)))
    draft = version_of(content).copy(UserFactory()).content
    draft.title = "Wat een ander nog schrijft"
    draft.save()
    assert client.post(screen(item), form | {"slug": "nieuw-adres"}).status_code == 302


def test_sites_are_named(editor):
    content, first, second = NewsContentFactory(), editor(), editor()
    item = content.news_item
    one, other = filled_in(first.get(screen(item))), filled_in(second.get(screen(item)))
    item.sites.create(domain="elders.example.org", name="Elders")
    assert "elders.example.org" in second.post(screen(item), other).text
    assert "elders.example.org" in first.post(screen(item), one).text


def test_who_typed_an_address_that_is_closed_meanwhile_is_told(editor):
    """A plan closes the live fields to who may not publish, also those of a form that was open already."""
    writer = UserFactory(roles=["Redacteur"])
    content, client = NewsContentFactory(created_by=writer), SiteClient()
    client.force_login(writer)
    item = content.news_item
    form = filled_in(client.get(screen(item)))
    plan(content, minutes=60, by=UserFactory(is_superuser=True))
    answer = client.post(screen(item), form | {"slug": "getypt-adres"})
    assert answer.status_code == 200 and "getypt-adres" in answer.text
    assert "niet meer wijzigen" in answer.text and item.slug == NewsItem.objects.get().slug


@pytest.fixture
def former():
    content = DocumentContentFactory()
    add_file(content, pdf_bytes(), "eerste.pdf")
    version_of(content).publish(UserFactory())
    newer = version_of(content).copy(UserFactory()).content
    newer.files.all().delete()
    add_file(newer, pdf_bytes(pages=2), "tweede.pdf")
    version_of(newer).publish(UserFactory())
    return FormerFile.objects.get()


def test_former_files_count_too(former, editor):
    first, second = editor(), editor()
    one, other = filled_in(first.get(screen(former.document))), filled_in(second.get(screen(former.document)))
    [name] = [name for name in one if name.endswith("-change_note")]
    assert first.post(screen(former.document), one | {name: "Van de eerste"}).status_code == 302
    refused = second.post(screen(former.document), other | {name: "Van de tweede"})
    assert "is nu: Van de eerste" in refused.text and filled_in(refused)[name] == "Van de tweede"
    assert second.post(screen(former.document), filled_in(refused)).status_code == 302
    former.refresh_from_db()
    assert former.change_note == "Van de tweede"


def test_the_advanced_settings_of_a_page_have_their_mark_at_both_addresses(editor):
    page, first, second = cms_page("Pagina", slug="pagina").page, editor(), editor()
    address = reverse("admin:cms_page_advanced", args=(page.pk,))
    one, other = filled_in(first.get(screen(page))), filled_in(second.get(address))
    assert first.post(screen(page), one | {"reverse_id": "van-de-eerste"}).status_code == 302
    refused = second.post(address, other | {"reverse_id": "van-de-tweede"})
    assert "is nu: van-de-eerste" in refused.text and filled_in(refused)["reverse_id"] == "van-de-tweede"


# --- an embargo -----------------------------------------------------------------------------------


@pytest.fixture
def held():
    item = NewsContentFactory(kind="press_release").news_item
    put_under_embargo(item, timezone.now() + datetime.timedelta(days=1), UserFactory())
    return item


def embargo_of(item):
    return reverse("admin:news_newsitem_embargo", args=(item.pk,))


def until(item):
    return NewsItem.objects.get(pk=item.pk).embargo_until


def test_an_embargo_that_a_colleague_moved_is_not_moved_unseen(held, editor):
    first, second = editor(), editor()
    mark = mark_on(second.get(embargo_of(held)))
    assert first.post(embargo_of(held), {"move": "1"} | FIRST).status_code == 302
    theirs = until(held)

    refused = second.post(embargo_of(held), {"move": "1"} | SECOND | mark)
    assert "is nu: 6 februari 2031 10:00" in refused.text and 'value="07-02-2031"' in refused.text
    assert until(held) == theirs
    assert second.post(embargo_of(held), {"move": "1"} | SECOND | mark_on(refused)).status_code == 302
    assert until(held).day == 7


def test_an_embargo_that_a_colleague_moved_is_not_ended_unseen(held, editor):
    first, second = editor(), editor()
    mark = mark_on(second.get(embargo_of(held)))
    first.post(embargo_of(held), {"move": "1"} | FIRST)
    refused = second.post(embargo_of(held), {"end": "1"} | mark)
    assert "is nu: 6 februari 2031 10:00" in refused.text and until(held).year == 2031
    assert second.post(embargo_of(held), {"end": "1"} | mark_on(refused)).status_code == 302
    assert until(held) <= timezone.now()


def test_an_embargo_that_a_colleague_ended_is_not_set_again_unseen(held, editor):
    first, second = editor(), editor()
    mark = mark_on(second.get(embargo_of(held)))
    first.post(embargo_of(held), {"end": "1"})
    ended = until(held)
    assert second.post(embargo_of(held), {"move": "1"} | SECOND | mark).status_code == 200
    assert until(held) == ended


@pytest.mark.parametrize("act", [{"move": "1"} | SECOND, {"end": "1"}], ids=["moved", "ended"])
def test_an_embargo_is_not_changed_without_a_mark(held, act, editor):
    before = until(held)
    assert "is nu: " in Client.post(editor(), embargo_of(held), act).text and until(held) == before


def test_a_mistake_in_the_moment_does_not_count_as_having_looked(held, editor):
    first, second = editor(), editor()
    mistaken = second.post(embargo_of(held), {"move": "1", "moment_0": "nooit", "moment_1": ""})
    first.post(embargo_of(held), {"move": "1"} | FIRST)
    assert "is nu: " in second.post(embargo_of(held), {"move": "1"} | SECOND | mark_on(mistaken)).text


# --- plans ----------------------------------------------------------------------------------------


def plans_of(content):
    return reverse("schedule-version", args=(version_of(content).pk,))


def appears(day):
    return {
        "schedule": "1",
        "publish_0": f"{day:02}-02-2031",
        "publish_1": "10:00",
        "unpublish_0": "",
        "unpublish_1": "",
    }


def pending():
    return list(PublicationSchedule.objects.filter(state="pending").values_list("act", "moment__day").order_by("act"))


@pytest.mark.parametrize("before", [None, 5], ids=["nothing planned", "planned"])
def test_what_a_colleague_planned_is_not_moved_unseen(before, editor):
    content, first, second = NewsContentFactory(), editor(), editor()
    if before:
        first.post(plans_of(content), appears(before))
    mark = mark_on(second.get(plans_of(content)))
    assert first.post(plans_of(content), appears(6)).status_code == 302

    refused = second.post(plans_of(content), appears(7) | mark)
    assert "Verschijnt op is nu: donderdag 6 februari 2031" in refused.text and 'value="07-02-2031"' in refused.text
    assert pending() == [("publish", 6)]
    assert second.post(plans_of(content), appears(7) | mark_on(refused)).status_code == 302
    assert pending() == [("publish", 7)]


def test_what_a_colleague_moved_is_not_cancelled_unseen(editor):
    content, first, second = NewsContentFactory(), editor(), editor()
    first.post(plans_of(content), appears(5))
    mark = mark_on(second.get(plans_of(content)))
    first.post(plans_of(content), appears(6))
    refused = second.post(plans_of(content), {"cancel": "1"} | mark)
    assert "is nu: donderdag 6 februari 2031" in refused.text and pending() == [("publish", 6)]
    second.post(plans_of(content), {"cancel": "1"} | mark_on(refused))
    assert pending() == []


def test_what_a_colleague_cancelled_is_not_planned_unseen(editor):
    content, first, second = NewsContentFactory(), editor(), editor()
    first.post(plans_of(content), appears(5))
    mark = mark_on(second.get(plans_of(content)))
    first.post(plans_of(content), {"cancel": "1"})
    assert "Verschijnt op is nu: –" in second.post(plans_of(content), appears(7) | mark).text
    assert pending() == []


def test_what_a_colleague_published_is_told(editor):
    content, client = NewsContentFactory(), editor()
    mark = mark_on(client.get(plans_of(content)))
    version_of(content).publish(UserFactory())
    assert "Status is nu: Gepubliceerd" in client.post(plans_of(content), appears(7) | mark).text
    assert pending() == []


def test_what_goes_out_together_counts_too(editor):
    content, other, first, second = NewsContentFactory(), NewsContentFactory(title="De andere"), editor(), editor()
    theirs = plan(other, minutes=60)
    first.post(plans_of(content), appears(6))
    mark = mark_on(second.get(plans_of(content)))
    first.post(plans_of(content), appears(6) | {"together": [theirs.pk]})
    assert "samen met is nu: De andere" in second.post(plans_of(content), appears(6) | mark).text
    assert len(set(PublicationSchedule.objects.values_list("group", flat=True))) == 1


@pytest.mark.parametrize("act", [appears(7), {"cancel": "1"}], ids=["moved", "cancelled"])
def test_a_plan_is_not_changed_without_a_mark(act, editor):
    content, client = NewsContentFactory(), editor()
    client.post(plans_of(content), appears(6))
    assert "is nu: " in Client.post(client, plans_of(content), act).text and pending() == [("publish", 6)]
