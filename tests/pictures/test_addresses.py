"""The addresses of pictures tell a stranger nothing of what is not public, not even by the time that they take."""

import datetime

import pytest
from cms.api import add_plugin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.embargo import put_under_embargo
from pictures.models import Picture
from tests.factories import NewsContentFactory, UserFactory, bring_to, press_picture

pytestmark = pytest.mark.django_db


def under_embargo():
    content = NewsContentFactory(kind="press_release", picture=press_picture())
    content.photos.create(picture=content.picture)
    put_under_embargo(content.news_item, timezone.now() + datetime.timedelta(hours=1), UserFactory())
    bring_to("published", content.versions.get())
    return content.picture


def in_a_draft():
    return NewsContentFactory(picture=press_picture()).picture


def in_a_block():
    picture = press_picture()
    add_plugin(NewsContentFactory().body, "PicturePlugin", "nl", picture=picture)
    return picture


def in_a_block_under_embargo():
    content = NewsContentFactory(kind="press_release")
    picture = press_picture()
    add_plugin(content.body, "PicturePlugin", "nl", picture=picture)
    put_under_embargo(content.news_item, timezone.now() + datetime.timedelta(hours=1), UserFactory())
    bring_to("published", content.versions.get())
    return picture


HIDDEN = {
    "under embargo": under_embargo,
    "in a draft": in_a_draft,
    "in a block": in_a_block,
    "in a block under embargo": in_a_block_under_embargo,
    "nowhere": press_picture,
}


def addresses(key, checksum):
    return [f"/beelden/{key}/{checksum}/320.jpg", f"/beelden/{key}/{checksum}/download/original/"]


def asked(client, address):
    """The queries of an answer that says nothing, without their values."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 404
    return len(queries)


@pytest.mark.parametrize("hidden", HIDDEN)
def test_the_same_is_asked_whatever_a_stranger_guesses(client, hidden):
    picture = HIDDEN[hidden]()
    wrong = f"{(int(picture.sha1[0], 16) + 1) % 16:x}{picture.sha1[1:]}"
    for address in addresses(1, "0123456789ab"):
        client.get(address)  # what is kept from then on: the site, the kinds of content
    right, almost, none, nothing = (
        [asked(client, address) for address in addresses(key, checksum)]
        for key, checksum in (
            (picture.pk, picture.sha1[:12]),
            (picture.pk, f"{picture.sha1[:11]}{wrong[0]}"),
            (picture.pk, wrong),
            (Picture.objects.order_by("pk").last().pk + 100, picture.sha1[:12]),
        )
    )

    assert right == almost == none == nothing


@pytest.mark.parametrize("length", range(1, 12))
def test_a_short_checksum_is_no_address(client, length):
    content = NewsContentFactory(picture=press_picture(), state="published")
    for address in addresses(content.picture_id, content.picture.sha1[:length]):
        assert client.get(address).status_code == 404
    for address in addresses(content.picture_id, "x" * 12):
        assert client.get(address).status_code == 404
    assert client.get(addresses(content.picture_id, content.picture.sha1)[0]).status_code == 200
