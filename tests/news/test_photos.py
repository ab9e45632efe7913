"""The photos of a news item, as a journalist and an editor meet them."""

import datetime

import pytest
from django.contrib.sites.models import Site
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from djangocms_versioning.exceptions import ConditionFailed

from news.models import Photo
from news.photos import published_photos
from tests.factories import NewsContentFactory, PictureFactory, UserFactory, image_bytes, press_picture

pytestmark = pytest.mark.django_db


def large_picture(**fields):
    return press_picture(file=ContentFile(image_bytes(2000, 1000, "JPEG"), name="heide.jpg"), name="Heide", **fields)


def item(*pictures, state="published", **fields):
    content = NewsContentFactory(**fields)
    for position, picture in enumerate(pictures):
        content.photos.create(picture=picture, position=position)
    if state == "published":
        content.versions.get().publish(UserFactory())
    return content


def address(picture, size="original"):
    return reverse("pictures:download", args=(picture.pk, picture.sha1[:12], size))


def page(client, content):
    return client.get(content.get_absolute_url()).content.decode()


def test_a_journalist_finds_the_original_and_two_sizes(client):
    picture = large_picture()
    html = page(client, item(picture))

    for size, pixels in (("original", "2000 × 1000"), ("1280", "1280 × 640"), ("1920", "1920 × 960")):
        assert address(picture, size) in html and pixels in html
        response = client.get(address(picture, size), headers={"range": "bytes=0-9"})
        assert response.status_code == 206 and "heide-" in response["Content-Disposition"]
    assert "Voorbeeldfotograaf" in html and "Heide in bloei." in html and "Voorbeeld, op de heide." in html


def test_what_is_not_reusable_is_shown_and_offered_nowhere(client):
    picture = large_picture(reusable=False, permission_from="Voorbeeldkrant, 011 00 00 00")
    html = page(client, item(picture))

    assert picture.address(640, "jpg") in html and "Voorbeeldkrant, 011 00 00 00" in html
    assert "/download/" not in html
    assert {client.get(address(picture, size)).status_code for size in ("original", "1280", "1920")} == {404}


def test_only_a_published_item_gives_its_photos(client):
    picture = large_picture()
    content = item(picture, state="draft")
    addresses = [address(picture), address(picture, "1280"), picture.address(320, "jpg")]
    assert {client.get(url).status_code for url in addresses} == {404}

    content.versions.get().publish(UserFactory())
    assert {client.get(url).status_code for url in addresses} == {200}
    assert client.get(address(picture, "640")).status_code == 404

    content.versions.get().unpublish(UserFactory())
    assert {client.get(url).status_code for url in addresses} == {404}


def test_a_picture_without_what_the_press_needs_is_refused():
    content = NewsContentFactory()
    with pytest.raises(ValidationError):
        Photo(content=content, picture=PictureFactory()).full_clean()
    Photo(content=content, picture=press_picture()).full_clean()


def test_a_picture_that_lost_its_credit_keeps_the_item_from_being_published():
    picture = press_picture()
    content = item(picture, state="draft")
    type(picture).objects.filter(pk=picture.pk).update(credit="")
    version = content.versions.get()
    with pytest.raises(ConditionFailed):
        version.check_publish(UserFactory(is_superuser=True))


def test_photos_go_into_the_next_draft():
    content = item(press_picture())
    draft = content.versions.get().copy(UserFactory()).content
    assert [photo.picture for photo in draft.photos.all()] == [photo.picture for photo in content.photos.all()]


def test_published_photos_are_there_once_and_newest_first(django_assert_num_queries):
    site, today = Site.objects.get_current(), timezone.localdate()
    old, new, both = press_picture(), press_picture(), press_picture()
    item(old, both, date=today - datetime.timedelta(5))
    newest = item(new, both, date=today)
    item(press_picture(), state="draft")
    item(press_picture(embargo_until=timezone.now() + datetime.timedelta(1)))
    with django_assert_num_queries(1):
        photos = list(published_photos(site))
        assert [photo.picture for photo in photos] == [new, both, old]
        assert photos[1].content == newest


def test_more_photos_ask_no_more_queries(client):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for number in (2, 4):
        content = item(*(press_picture() for _ in range(number)))
        page(client, content)
        with CaptureQueriesContext(connection) as queries:
            page(client, content)
        counts.append(len(queries))
    assert counts[0] == counts[1]
