import datetime
import io
import re
import shutil
from collections import Counter

import pytest
from cms.models import Page
from django.contrib.sites.models import Site
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image, ImageChops

from pictures import landscape
from pictures.cards import HEIGHT, PAPER, PICTURE, TITLE_SIZES, WIDTH, Card, draw_card
from pictures.models import Picture
from pictures.typesetting import fit, font
from tests.factories import (
    AreaFactory,
    DocumentContentFactory,
    NewsContentFactory,
    OrganizationContentFactory,
    PictureFactory,
    UserFactory,
    cms_page,
)

ENDLESS = "Werkgelegenheidsbevorderingsmaatregelencoördinatievergadering"
OVERLONG = {
    "many words": "Hoe werkgevers en vakbonden samen nadenken over werk, een terugblik in vele woorden. " * 2,
    "more than fits": "Woorden zonder einde over werk en economie in Limburg " * 40,
    "one long word": ENDLESS,
    "a word without end": ENDLESS * 4,
    "capitals": "BREDE WOORDEN IN HOOFDLETTERS " * 6,
}


def card_of(path):
    return f"/beelden/kaart{path.rstrip('/')}.jpg"


def drawn(response):
    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    return Image.open(io.BytesIO(b"".join(response.streaming_content)))


def public_paths():
    yield "/"
    yield from ("/nieuws/", "/documenten/", "/organisaties/", "/gemeenten/", "/geschiedenis/")
    yield AreaFactory().get_absolute_url()
    yield AreaFactory(kind="sub_region").get_absolute_url()
    for make in (NewsContentFactory, DocumentContentFactory, OrganizationContentFactory):
        yield make(state="published").get_absolute_url()
    above = cms_page("Boven", slug="boven", state="published")
    cms_page("Onder", slug="onder", state="published", parent=above.page)
    yield from ("/boven/", "/boven/onder/")


@pytest.mark.django_db
def test_every_public_page_has_a_card(client):
    for path in public_paths():
        response = client.get(card_of(path))
        assert drawn(response).size == (1200, 630)
        assert response["Cache-Control"] == "public, max-age=3600"


@pytest.mark.django_db
def test_every_public_page_names_its_card(client, settings):
    settings.SITE_URL = "https://voorbeeld.example.org"
    cms_page("Start", slug="start", state="published").page.set_as_homepage()
    for path in public_paths():
        assert og_image(client.get(path)) == f"https://voorbeeld.example.org{card_of(path)}"


@pytest.mark.django_db
def test_a_narrowed_list_names_a_card_that_exists_and_an_error_none(client):
    NewsContentFactory(state="published", date=datetime.date(2017, 2, 6))
    assert og_image(client.get("/nieuws/2017/")).endswith("/beelden/kaart/nieuws.jpg")
    assert "og:image" not in client.get("/nieuws/weg/").content.decode()


def og_image(response):
    return re.search(r'<meta property="og:image" content="([^"]+)">', response.content.decode()).group(1)


@pytest.mark.django_db
@pytest.mark.parametrize("make", [NewsContentFactory, DocumentContentFactory, OrganizationContentFactory])
@pytest.mark.parametrize("state", ["draft", "unpublished", "archived"])
def test_what_is_not_published_has_no_card(client, make, state):
    assert client.get(card_of(make(state=state).get_absolute_url())).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("make", [NewsContentFactory, DocumentContentFactory, OrganizationContentFactory])
def test_what_is_on_another_site_has_no_card(client, make):
    content = make(state="published")
    content.grouper.sites.set([Site.objects.create(domain="elders.example.org", name="Elders")])

    assert client.get(card_of(content.get_absolute_url())).status_code == 404


@pytest.mark.django_db
def test_a_document_outside_its_window_has_no_card(client):
    tomorrow = timezone.now() + datetime.timedelta(1)
    content = DocumentContentFactory(state="published", visible_from=tomorrow)

    assert client.get(card_of(content.get_absolute_url())).status_code == 404


@pytest.mark.django_db
def test_a_page_that_readers_cannot_see_has_no_card(client):
    cms_page("Geheim", slug="geheim")
    cms_page("Achter de deur", slug="achter-de-deur", state="published")
    Page.objects.filter(urls__path="achter-de-deur").update(login_required=True)

    assert client.get(card_of("/geheim/")).status_code == 404
    assert client.get(card_of("/achter-de-deur/")).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/nieuws/2017", "/nieuws/feed", "/nieuws/weg", "/weg", "/beheer", "/sitemap", "/x/"])
def test_what_is_no_page_has_no_card(client, path):
    assert client.get(f"/beelden/kaart{path}.jpg").status_code == 404


@pytest.mark.django_db
def test_a_card_is_drawn_once_for_what_it_says_and_not_what_is_asked(client, settings):
    content = NewsContentFactory(title="Eerst", state="published")
    url = card_of(content.get_absolute_url())
    first = client.get(url)
    assert client.get(f"{url}?title=Verzonnen")["ETag"] == first["ETag"]
    assert client.get(url, headers={"if-none-match": first["ETag"]}).status_code == 304
    assert len(list((settings.MEDIA_ROOT / "cards").iterdir())) == 1

    version = content.versions.get().copy(UserFactory(is_superuser=True))
    version.content.title = "Daarna"
    version.content.save()
    version.publish(version.created_by)

    assert client.get(url)["ETag"] != first["ETag"]


@pytest.mark.django_db
def test_news_shows_its_picture_and_does_without_a_lost_one(client, settings):
    picture = PictureFactory()
    url = card_of(NewsContentFactory(picture=picture, state="published").get_absolute_url())
    assert near(drawn(client.get(url)).getpixel((WIDTH - 100, 100)), "#6b2d73")

    picture.file.storage.delete(picture.file.name)
    for copies in ("derivatives", "cards"):
        shutil.rmtree(settings.MEDIA_ROOT / copies)

    assert near(drawn(client.get(url)).getpixel((WIDTH - 100, 100)), PAPER)


@pytest.mark.django_db
def test_a_card_says_whose_picture_it_shows_and_is_drawn_anew_when_that_changes(client):
    picture = PictureFactory(credit="Jan Voorbeeld")
    url = card_of(NewsContentFactory(picture=picture, state="published").get_absolute_url())
    before = client.get(url)
    assert b"Jan Voorbeeld" in drawn(before).info["xmp"]

    Picture.objects.update(credit="An Voorbeeld")
    after = client.get(url)

    assert b"An Voorbeeld" in drawn(after).info["xmp"]
    assert before["ETag"] != after["ETag"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("focal_point", "kept"),
    [("0,0", "#c00000"), ("1599,0", "#00c000"), ("0,799", "#0000c0"), ("1599,799", "#c0c000"), ("", "#808080")],
)
def test_a_card_keeps_the_focal_point_of_its_picture(client, focal_point, kept):
    """Two thirds of the picture are cut off at its sides: spots at the side of the focal point stay, others go."""
    picture = PictureFactory(file=ContentFile(with_spots(), name="hoeken.png"), subject_location=focal_point)
    card = drawn(client.get(card_of(NewsContentFactory(picture=picture, state="published").get_absolute_url())))

    colours = Counter(spot for spot in SPOTS for pixel in pixels_at_the_right(card) if near(pixel, spot))
    assert colours[kept] > 500
    assert len(colours) == (2 if focal_point else 1)


SPOTS = {
    "#c00000": (0, 0),
    "#00c000": (1480, 0),
    "#0000c0": (0, 680),
    "#c0c000": (1480, 680),
    "#808080": (740, 340),
}


def with_spots():
    """A white PNG of 1600 × 800 pixels with a spot of another colour in each corner and in the middle."""
    image = Image.new("RGB", (1600, 800), "#ffffff")
    for colour, corner in SPOTS.items():
        image.paste(Image.new("RGB", (120, 120), colour), corner)
    data = io.BytesIO()
    image.save(data, "PNG")
    return data.getvalue()


def pixels_at_the_right(card):
    """Of the part that the picture fills, every third in both directions."""
    part = card.crop((WIDTH - PICTURE, 0, WIDTH, HEIGHT))
    return (part.getpixel((x, y)) for x in range(1, part.width, 3) for y in range(1, part.height, 3))


def near(pixel, colour):
    wanted = tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return all(abs(a - b) < 12 for a, b in zip(pixel, wanted, strict=True))


def inked(image, box):
    """Whether anything but paper is drawn in `box`."""
    part = image.crop(box)
    return bool(ImageChops.difference(part, Image.new("RGB", part.size, PAPER)).getbbox())


@pytest.mark.parametrize("title", OVERLONG.values(), ids=OVERLONG)
@pytest.mark.parametrize("note", ["", "Een volle naam van een orgaan die erg lang is " * 4])
def test_words_stay_within_the_frame(title, note):
    card = draw_card(Card(site="Een naam van een site " * 4, kicker="Soort", title=title, note=note))
    above_landscape = HEIGHT - landscape.HEIGHT

    assert inked(card, (72, 180, 1128, above_landscape))
    assert not inked(card, (0, 0, 66, above_landscape))
    assert not inked(card, (1134, 0, WIDTH, above_landscape))


@pytest.mark.parametrize("title", OVERLONG.values(), ids=OVERLONG)
@pytest.mark.parametrize("width", [1056, 660])
def test_a_title_keeps_to_its_width_and_height(title, width):
    setting = fit(title, width, 214, TITLE_SIZES)

    assert setting.height <= 214
    assert all(font(setting.size).getlength(line) <= width for line in setting.lines)


@pytest.mark.parametrize("title", [OVERLONG["many words"], ENDLESS[:38], "Kort"])
def test_no_word_is_cut_as_long_as_it_fits_a_line(title):
    assert " ".join(fit(title, 660, 214, TITLE_SIZES).lines) == title.strip()


def test_a_short_title_is_large_and_an_unbreakable_space_does_not_break():
    assert fit("Nieuws", 1056, 214, TITLE_SIZES).size == TITLE_SIZES[0]
    lines = fit("Steun van ruim € 1,2 miljoen voor streken", 500, 214, TITLE_SIZES).lines
    assert any("€ 1,2" in line for line in lines)


def test_the_font_has_the_letters_of_dutch_and_of_our_neighbours():
    missing = font(40).getmask("\U0010fffd")
    for letter in "éèëïöüçÉß–—€“”‘’…·½²łşčĳ":
        assert bytes(font(40).getmask(letter)) != bytes(missing), letter
