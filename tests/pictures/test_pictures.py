import datetime
import io

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from filer.validation import FileValidationError
from PIL import Image

from pictures.derivatives import widths_for
from pictures.validation import validate_picture_upload
from tests.factories import NewsContentFactory, PictureFactory, UserFactory, cms_page, image_bytes

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture():
    return PictureFactory()


def test_a_picture_is_public_while_something_published_shows_it(client, picture):
    url = picture.address(320, "jpg")
    assert client.get(url).status_code == 404

    content = NewsContentFactory(picture=picture, state="published")
    response = client.get(url)
    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    assert Image.open(io.BytesIO(b"".join(response.streaming_content))).size == (320, 210)

    content.versions.get().unpublish(UserFactory())
    assert client.get(url).status_code == 404


def test_a_block_on_a_published_page_makes_a_picture_public(client, picture):
    from cms.api import add_plugin

    draft = cms_page(slug="met-beeld")
    add_plugin(draft.placeholders.get(slot="content"), "PicturePlugin", "nl", picture=picture)
    assert client.get(picture.address(320, "avif")).status_code == 404

    draft.versions.get().publish(UserFactory())
    assert client.get(picture.address(320, "avif")).status_code == 200


def shared_block(name, *, picture=None, alias=None):
    """A published shared block that shows a picture or another block; return the block."""
    from cms.api import add_plugin
    from djangocms_alias.models import Alias, AliasContent, Category
    from djangocms_versioning.models import Version

    category = Category.objects.first() or Category.objects.create(name="Blokken")
    block = Alias.objects.create(category=category)
    content = AliasContent.objects.with_user(UserFactory()).create(alias=block, name=name, language="nl")
    if picture:
        add_plugin(content.placeholder, "PicturePlugin", "nl", picture=picture)
    if alias:
        add_plugin(content.placeholder, "Alias", "nl", alias=alias)
    Version.objects.get_for_content(content).publish(UserFactory())
    return block


def put(block, place):
    from cms.api import add_plugin

    add_plugin(place, "Alias", "nl", alias=block)


def test_a_shared_block_makes_a_picture_public_once_it_stands_on_a_published_page(client, picture):
    inner = shared_block("Met beeld", picture=picture)
    outer = shared_block("Met een blok", alias=inner)
    draft = cms_page(slug="met-blok")
    put(outer, draft.placeholders.get(slot="content"))
    assert client.get(picture.address(320, "jpg")).status_code == 404

    draft.versions.get().publish(UserFactory())
    assert picture.address(320, "jpg") in client.get("/met-blok/").content.decode()
    assert client.get(picture.address(320, "jpg")).status_code == 200

    draft.versions.get().unpublish(UserFactory())
    assert client.get(picture.address(320, "jpg")).status_code == 404


def test_shared_blocks_that_stand_in_each_other_show_nobody_anything(client, picture):
    first = shared_block("Eerste", picture=picture)
    second = shared_block("Tweede", alias=first)
    put(second, first.get_content("nl").placeholder)
    put(first, first.get_content("nl").placeholder)

    assert client.get(picture.address(320, "jpg")).status_code == 404

    page = cms_page(slug="met-blok")
    put(second, page.placeholders.get(slot="content"))
    page.versions.get().publish(UserFactory())
    assert client.get(picture.address(320, "jpg")).status_code == 200


def test_a_page_that_cannot_be_reached_shows_nobody_its_picture(client, picture):
    from cms.api import add_plugin

    parent = cms_page("Boven", slug="boven", state="published")
    child = cms_page("Onder", slug="onder", parent=parent.page)
    add_plugin(child.placeholders.get(slot="content"), "PicturePlugin", "nl", picture=picture)
    child.versions.get().publish(UserFactory())
    assert client.get("/boven/onder/").status_code == 200
    assert client.get(picture.address(320, "jpg")).status_code == 200

    parent.versions.get().unpublish(UserFactory())
    assert client.get("/boven/onder/").status_code == 404
    assert client.get(picture.address(320, "jpg")).status_code == 404


def test_the_original_and_its_thumbnails_are_for_staff(client, picture):
    NewsContentFactory(picture=picture, state="published")

    assert client.get(picture.file.url).status_code == 404
    assert client.get(f"/bestanden/pictures/{picture.file.name}").status_code == 404


@pytest.mark.parametrize(
    ("width", "extension"), [(321, "jpg"), (99999, "jpg"), (1920, "jpg"), (320, "gif"), (320, "php")]
)
def test_only_the_offered_derivatives_exist(client, picture, width, extension):
    NewsContentFactory(picture=picture, state="published")

    assert client.get(picture.address(320, "jpg").replace("320.jpg", f"{width}.{extension}")).status_code == 404


def test_a_picture_is_never_enlarged(picture):
    assert widths_for(picture) == [320, 640]
    assert widths_for(PictureFactory(file=ContentFile(image_bytes(100, 100), name="klein.png"))) == [100]


def upload(data, name="x.png", mime_type="image/png"):
    validate_picture_upload(name, ContentFile(data, name=name), None, mime_type)


def test_a_good_picture_is_taken():
    upload(image_bytes())
    upload(image_bytes(format="JPEG"), "x.jpg", "image/jpeg")


@pytest.mark.parametrize(
    "data",
    [
        b"<html><script>alert(1)</script></html>",
        b"",
        image_bytes()[:300],
        image_bytes(format="JPEG"),
        image_bytes(format="GIF"),
        image_bytes(7000, 6000),
    ],
    ids=["html", "empty", "cut off", "a jpeg called png", "gif", "42 megapixels"],
)
def test_what_is_not_a_whole_picture_of_our_size_is_refused(data):
    with pytest.raises(FileValidationError):
        upload(data)


def test_news_refuses_a_picture_without_description():
    from django.core.exceptions import ValidationError

    content = NewsContentFactory.build(picture=PictureFactory(default_alt_text=""), news_item=None)
    with pytest.raises(ValidationError):
        content.clean()


def test_an_hour_is_the_longest_that_a_cache_keeps_a_picture(client, picture):
    NewsContentFactory(picture=picture, state="published", date=timezone.localdate() - datetime.timedelta(1))

    assert client.get(picture.address(320, "jpg"))["Cache-Control"] == "public, max-age=3600"
