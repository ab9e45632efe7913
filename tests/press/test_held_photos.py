"""A photo that one release holds back shows nowhere else: every byte of every kit and page is looked at."""

import datetime
import io
import random
import zipfile
from pathlib import Path

import pytest
from cms.api import add_plugin
from django.contrib.sites.models import Site
from django.core.files.base import ContentFile
from django.urls import resolve, reverse
from django.utils import timezone
from lxml import html
from PIL import Image

from news.embargo import put_under_embargo
from news.models import NewsContent, NewsItem
from pictures.models import Picture
from press.invitations import invite
from tests.factories import (
    NewsContentFactory,
    OrganizationContentFactory,
    ProjectContentFactory,
    UserFactory,
    bring_to,
    cms_page,
    press_picture,
)
from tests.public_addresses import addresses
from tests.staff.routes import STAFF, every_route

pytestmark = pytest.mark.django_db

TEXTS = ("default_alt_text", "default_caption", "who_and_where", "credit", "permission_from", "name")
KITS = {"press-kit", "press:guest-kit"}
# Routes to what holds no picture of the library: documents, and what a link says of itself or hands out of them.
OTHERS = {"documents:file", "documents:former-file", "documents:preview", "press:file", "press:entrance"}
# What is left out of `addresses`: pages of lists that are longer than these, kinds of facts, parts of the province.
LONGER = {"history:kind", "areas:sub-region"}


def marked_picture(mark, seed, **fields):
    """A picture whose words all hold `mark`, and whose pixels are found again in every copy of the original."""
    noise = random.Random(seed).randbytes(400 * 300 * 3)  # noqa: S311 - no secret
    buffer = io.BytesIO()
    Image.frombytes("RGB", (400, 300), noise).save(buffer, "JPEG", quality=60)
    words = {name: f"{mark} {name}" for name in TEXTS}
    return press_picture(**words, file=ContentFile(buffer.getvalue(), name=f"{mark}.jpg"), **fields)


def bytes_of(picture):
    """A piece of its pixels as they are coded in the file."""
    data = Path(picture.file.path).read_bytes()
    return data[len(data) // 2 :][:48]


@pytest.fixture
def sites(settings):
    settings.SITE_URL = ""
    return [Site.objects.get_current(), Site.objects.create(domain="ander.example.org", name="Ander")]


@pytest.fixture
def held(sites):
    """What waits with one release: a picture at its head, and two among its photos, one of which is not reusable."""
    pictures = [
        marked_picture("Zwaluwkop", 1),
        marked_picture("Zwaluwvrij", 2),
        marked_picture("Zwaluwdicht", 3, reusable=False),
    ]
    release = a_release("geheim", sites, *pictures)
    wait(release, hours=1)
    return pictures


def a_release(slug, sites, *pictures):
    content = NewsContentFactory(
        kind="press_release", news_item__slug=slug, news_item__sites=sites, picture=pictures[0] if pictures else None
    )
    for picture in pictures:
        content.photos.create(picture=picture)
    return content


def wait(content, hours):
    until = timezone.now() + datetime.timedelta(hours=hours)
    put_under_embargo(content.news_item, until, UserFactory())
    bring_to("published", content.versions.get())
    return until


@pytest.fixture
def elsewhere(held, sites):
    """The same pictures wherever else editors can put them, published past every check; and a link to a release."""
    public = a_release("openbaar", sites, press_picture())
    bring_to("published", public.versions.get())
    other = a_release("ander", sites)
    until = wait(other, hours=3)
    for content in (public, other):
        NewsContent.everything.filter(pk=content.pk).update(picture=held[0])
        for picture in held:
            content.photos.create(picture=picture)
    page = cms_page("Blokken", slug="blokken", state="published")
    body = OrganizationContentFactory(organization__slug="raad", organization__sites=sites, state="published")
    project = ProjectContentFactory(project__slug="plan", project__sites=sites, state="published")
    for place in (page.placeholders.get(slot="content"), public.body, other.body, body.body, project.body):
        for picture in held:
            add_plugin(place, "PicturePlugin", "nl", picture=picture, caption=f"{picture.default_caption} blok")
    add_plugin(page.placeholders.get(slot="content"), "FeaturedPlugin", "nl", news_item=public.news_item)
    return invite(other.news_item, UserFactory(), name="An", email="an@example.org", expires_at=until)[1]


def kit_addresses(token):
    """Of every item and of the link: whatever route leads to a zip."""
    for slug in NewsItem.objects.values_list("slug", flat=True):
        yield reverse("press-kit", args=(slug,))
    yield reverse("press:guest-kit", args=(token,))


def page_addresses(token, pictures):
    yield from sorted(set(addresses()))
    yield reverse("press:release", args=(token,))
    yield from ("/beelden/kaart.jpg", "/beelden/kaart/nieuws/openbaar.jpg")
    for picture in pictures:
        yield picture.address(320, "jpg")
        yield reverse("pictures:download", args=(picture.pk, picture.sha1[:12], "original"))
        yield reverse("press:picture", args=(token, picture.pk, 320, "jpg"))
        yield reverse("press:picture-download", args=(token, picture.pk, "original"))


def unpacked(client, address):
    """Every byte that the address gives: as sent, and of each member of a zip. Nothing of what isn't there."""
    answer = client.get(address)
    if answer.status_code != 200:
        return b""
    data = b"".join(answer)
    if answer["Content-Type"] != "application/zip":
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return data + b"".join(name.encode() + archive.read(name) for name in archive.namelist())


def found(client, paths, pictures, settings, sites):
    """Which pictures show where: (site, address, mark) of the words, (site, address, "bytes of …") of the file."""
    traces = set()
    for site in sites:
        settings.SITE_ID = site.pk
        for address in paths:
            data = unpacked(client, address)
            for picture in pictures:
                mark = picture.credit.split()[0]
                if mark.encode() in data:
                    traces.add((site.pk, address, mark))
                if bytes_of(picture) in data:
                    traces.add((site.pk, address, f"bytes of {mark}"))
                named = any(f"/{folder}/{picture.pk}/".encode() in data for folder in ("beelden", "beeld"))
                if named and not address.endswith(".zip"):
                    traces.add((site.pk, address, f"address of {mark}"))
    return traces


def test_every_route_to_a_zip_is_tried_here():
    assert {route.name for route in every_route() if route.pattern.endswith(".zip")} == KITS


def test_every_route_for_readers_is_tried_here(held, elsewhere):
    tried = {resolve(address).view_name for address in (*kit_addresses(elsewhere), *page_addresses(elsewhere, held))}
    public = {route.name for route in every_route() if not route.pattern.startswith(STAFF)}

    assert public - tried == OTHERS | LONGER


def test_before_the_moment_no_kit_or_page_holds_a_byte_of_it(client, held, elsewhere, settings, sites):
    everywhere = [*kit_addresses(elsewhere), *page_addresses(elsewhere, held)]

    assert found(client, everywhere, held, settings, sites) == set()
    for site in sites:
        settings.SITE_ID = site.pk
        page = client.get("/nieuws/openbaar/").content.decode()
        assert 'src=""' not in page and "featured__picture" not in client.get("/blokken/").content.decode()
        assert client.get("/nieuws/openbaar/persmap.zip").status_code == 200
        assert client.get(reverse("press:guest-kit", args=(elsewhere,))).status_code == 200


def test_an_item_without_a_photo_that_may_be_seen_has_no_heading_for_them(client, held, elsewhere):
    NewsContent.everything.get(news_item__slug="openbaar").photos.exclude(picture__in=held).delete()

    assert 'class="photos"' not in client.get("/nieuws/openbaar/").content.decode()


def card_of_the_public_item(client):
    answer = client.get("/beelden/kaart/nieuws/openbaar.jpg")
    assert answer.status_code == 200
    return b"".join(answer)


def test_the_card_of_a_public_item_shows_no_picture_that_another_release_holds_back(client, held, elsewhere):
    card = card_of_the_public_item(client)
    item = NewsContent.everything.filter(news_item__slug="openbaar")

    item.update(picture=None)
    assert card == card_of_the_public_item(client)
    item.update(picture=held[0])
    Picture.objects.filter(pk=held[0].pk).update(embargo_until=timezone.now())
    assert card != card_of_the_public_item(client)


def test_a_block_about_a_public_item_shows_neither_such_a_picture_nor_its_words(client, held, elsewhere):
    [block] = html.fromstring(client.get("/blokken/").text).find_class("featured")

    assert block.xpath(".//a[@href='/nieuws/openbaar/']")
    assert not block.xpath(".//img | .//picture | .//figure")
    assert "Zwaluw" not in html.tostring(block, encoding="unicode")


def test_from_the_moment_on_only_the_bytes_of_what_is_not_reusable_stay_away(client, held, elsewhere, settings, sites):
    now = timezone.now()
    Picture.objects.filter(pk__in=[picture.pk for picture in held]).update(embargo_until=now)
    NewsItem.objects.filter(slug="geheim").update(embargo_until=now)

    for site in sites:
        in_kits = found(client, kit_addresses(elsewhere), held, settings, [site])
        for address in ("/nieuws/geheim/persmap.zip", "/nieuws/openbaar/persmap.zip"):
            assert {what for _site, where, what in in_kits if where == address} == {
                "Zwaluwkop", "bytes of Zwaluwkop", "Zwaluwvrij", "bytes of Zwaluwvrij", "Zwaluwdicht",
            }  # fmt: skip
        assert not any(what == "bytes of Zwaluwdicht" for _site, _where, what in in_kits)
        pages = found(client, page_addresses(elsewhere, held), held, settings, [site])
        assert {"Zwaluwkop", "Zwaluwvrij", "Zwaluwdicht"} <= {
            what for _site, where, what in pages if where == "/nieuws/openbaar/"
        }


def test_the_link_of_the_release_itself_opens_its_own_pictures(client, held, settings, sites):
    release = NewsItem.objects.get(slug="geheim")
    token = invite(release, UserFactory(), name="An", email="an@example.org", expires_at=release.embargo_until)[1]

    in_kit = {what for _site, _where, what in found(client, [reverse("press:guest-kit", args=(token,))], held,
                                                   settings, sites)}  # fmt: skip

    assert in_kit == {"Zwaluwkop", "bytes of Zwaluwkop", "Zwaluwvrij", "bytes of Zwaluwvrij", "Zwaluwdicht"}
    for picture in held:
        assert client.get(reverse("press:picture", args=(token, picture.pk, 320, "jpg"))).status_code == 200


def test_two_releases_that_wait_for_the_same_moment_do_not_show_each_others_pictures(client, held, settings, sites):
    """Refused when either is published; and if it happens all the same, the link of one opens nothing of the other."""
    other = a_release("ander", sites)
    until = NewsItem.objects.get(slug="geheim").embargo_until
    put_under_embargo(other.news_item, until, UserFactory())
    bring_to("published", other.versions.get())
    for picture in held:
        other.photos.create(picture=picture)
    token = invite(other.news_item, UserFactory(), name="An", email="an@example.org", expires_at=until)[1]

    everywhere = [reverse("press:guest-kit", args=(token,)), *page_addresses(token, held)]

    assert found(client, everywhere, held, settings, sites) == set()
