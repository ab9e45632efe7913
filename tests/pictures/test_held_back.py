"""What shows a picture that a release holds back is not published, whatever it is and whoever publishes."""

import datetime

import pytest
from cms.api import add_plugin
from cms.models import CMSPlugin
from django.urls import reverse
from django.utils import timezone
from djangocms_alias.models import Alias, AliasContent, Category
from djangocms_versioning.exceptions import ConditionFailed
from djangocms_versioning.models import Version

from news.embargo import put_under_embargo
from news.models import NewsContent, Photo
from pages.models import PictureBlock
from pictures.places import contents_with, keys_to_pictures, pictures_in
from publication.scheduling.due import carry_out_due
from tests.factories import (
    NewsContentFactory,
    OrganizationContentFactory,
    ProjectContentFactory,
    UserFactory,
    author,
    bring_to,
    cms_page,
    plan,
    press_picture,
    version_of,
)
from tests.publication.test_admin import change_url
from tests.publication.test_frozen import form_of, hidden

pytestmark = pytest.mark.django_db

NAME = "Zwaluwfoto"


@pytest.fixture
def held():
    """A picture that waits with a release for an hour."""
    picture = press_picture(name=NAME)
    release = NewsContentFactory(kind="press_release", picture=picture)
    put_under_embargo(release.news_item, timezone.now() + datetime.timedelta(hours=1), UserFactory())
    bring_to("published", release.versions.get())
    picture.refresh_from_db()
    return picture


def shared_block(picture=None):
    alias = Alias.objects.create(category=Category.objects.create(name="Blokken"))
    content = AliasContent.objects.with_user(author()).create(alias=alias, name="Blok", language="nl")
    if picture:
        add_plugin(content.placeholder, "PicturePlugin", "nl", picture=picture)
    return content


# What has places for blocks: how it is made, and the place.
PLACES = {
    "page": (cms_page, lambda content: content.get_placeholders()[0]),
    "news": (NewsContentFactory, lambda content: content.body),
    "body": (OrganizationContentFactory, lambda content: content.body),
    "project": (ProjectContentFactory, lambda content: content.body),
    "shared block": (shared_block, lambda content: content.placeholder),
}


def in_a_block(kind):
    def make(picture):
        maker, place = PLACES[kind]
        content = maker()
        add_plugin(place(content), "PicturePlugin", "nl", picture=picture)
        return content

    return make


def in_a_shared_block(kind):
    """That was published before the release was held back, and stood nowhere."""

    def make(picture):
        block = shared_block(picture)
        Version.objects.filter(pk=version_of(block).pk).update(state="published")
        maker, place = PLACES[kind]
        content = maker()
        add_plugin(place(content), "Alias", "nl", alias=block.alias)
        return content

    return make


def at_the_head(picture):
    return NewsContentFactory(picture=picture)


def among_the_photos(picture):
    content = NewsContentFactory()
    content.photos.create(picture=picture)
    return content


WAYS = {"at the head": at_the_head, "among the photos": among_the_photos}
WAYS |= {f"in a block of a {kind}": in_a_block(kind) for kind in PLACES}
WAYS |= {f"in a shared block on a {kind}": in_a_shared_block(kind) for kind in PLACES if kind != "shared block"}


def test_every_model_with_a_picture_is_tried_here():
    """A new row, block or field with a picture belongs in WAYS; `pictures.places` knows it by itself."""
    assert {(field.model, field.name) for field in keys_to_pictures()} == {
        (NewsContent, "picture"),
        (Photo, "picture"),
        (PictureBlock, "picture"),
    }


@pytest.mark.parametrize("way", WAYS)
def test_a_picture_is_found_where_it_stands(way):
    picture = press_picture()
    content = WAYS[way](picture)

    assert pictures_in(content) == [picture]
    direct = "shared block on" not in way
    assert (content in list(contents_with(picture))) == direct


@pytest.mark.parametrize("way", WAYS)
def test_publication_refuses_by_name_what_another_release_holds_back(held, way):
    content = WAYS[way](held)

    with pytest.raises(ConditionFailed, match=NAME):
        version_of(content).check_publish(UserFactory(is_superuser=True))


@pytest.mark.parametrize("way", WAYS)
def test_a_plan_that_comes_too_early_fails_by_name(held, way):
    content = WAYS[way](held)
    schedule = plan(content)

    carry_out_due()

    schedule.refresh_from_db()
    assert (schedule.state, version_of(content).state) == ("failed", "draft")
    assert NAME in schedule.note


@pytest.mark.parametrize("way", WAYS)
def test_after_the_moment_nothing_keeps_it_from_being_published(held, way):
    content = WAYS[way](held)
    type(held).objects.filter(pk=held.pk).update(embargo_until=timezone.now())

    version_of(content).check_publish(UserFactory(is_superuser=True))


def test_it_can_be_planned_for_after_the_moment(client, held):
    content = NewsContentFactory(picture=held)
    client.force_login(UserFactory(is_superuser=True))
    Version.objects.update(locked_by=None)
    address = reverse("schedule-version", args=(version_of(content).pk,))

    early, late = (held.embargo_until + datetime.timedelta(minutes=minutes) for minutes in (-1, 1))
    for moment, planned in ((early, 0), (late, 1)):
        local = timezone.localtime(moment)
        form = {"publish_0": local.strftime("%d-%m-%Y"), "publish_1": local.strftime("%H:%M:%S")}
        page = client.post(address, {"schedule": "1", "unpublish_0": "", "unpublish_1": ""} | form)
        assert content.versions.get().schedules.count() == planned, page.content.decode()


def test_it_is_planned_again_after_a_change_by_the_moment_of_the_plan(client, held):
    """What a picture waits for now is over by then."""
    content = NewsContentFactory(picture=held)
    client.force_login(UserFactory(is_superuser=True))
    Version.objects.update(locked_by=None)
    schedule = plan(content)
    type(schedule).objects.update(moment=held.embargo_until + datetime.timedelta(minutes=1))
    item = content.news_item

    page = client.post(change_url(item), form_of(content, content__title="Anders", content__picture=held.pk))
    assert "Bewaren en opnieuw inplannen" in page.text
    client.post(change_url(item), hidden(page))

    schedule.refresh_from_db(), content.refresh_from_db()
    assert (schedule.state, schedule.note, content.title) == ("pending", "", "Anders")


def test_who_publishes_from_the_toolbar_or_the_list_reads_the_name(client, held):
    content = NewsContentFactory(picture=held)
    client.force_login(UserFactory(is_superuser=True))
    Version.objects.update(locked_by=None)
    address = reverse("admin:djangocms_versioning_newscontentversion_publish", args=(version_of(content).pk,))

    said = client.post(address, follow=True).content.decode()

    assert NAME in said and "embargo" in said
    assert version_of(content).state == "draft"


def test_the_form_of_an_item_says_so_when_it_is_saved(client, held):
    editor = UserFactory(roles=["Eindredacteur"])
    client.force_login(editor)
    content = NewsContentFactory(picture=held, created_by=editor)
    address = reverse("admin:news_newsitem_change", args=(content.news_item_id,))
    form = client.get(address).context["adminform"].form
    data = {name: value for name, value in form.initial.items() if value is not None}
    formsets = {f"{prefix}-{name}": 0 for prefix in ("quotations", "attachments", "photos")
                for name in ("TOTAL_FORMS", "INITIAL_FORMS")}  # fmt: skip
    keys = {"sites": [site.pk for site in content.news_item.sites.all()], "content__news_item": content.news_item_id}

    said = client.post(address, data | formsets | keys | {"content__picture": held.pk}, follow=True)

    assert NAME in " ".join(str(message) for message in said.context["messages"])


def test_a_block_on_the_clipboard_is_nobodys_business(held):
    block = add_plugin(cms_page().get_placeholders()[0], "PicturePlugin", "nl", picture=press_picture())
    CMSPlugin.objects.filter(pk=block.pk).update(placeholder=None)

    assert list(contents_with(block.picture)) == []
