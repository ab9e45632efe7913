"""Each set of colours is readable, and is on every page, icon and card of the site that chose it."""

import re

import pytest
from django.contrib.sites.models import Site
from django.core.exceptions import ValidationError

from limburg_site.environment import BASE_DIR
from pictures.cards import INKS, Card, draw_card
from regions.models import Accent, Drawing, Region

TOKENS = (BASE_DIR / "static" / "css" / "tokens.css").read_text()
DARK = TOKENS[TOKENS.index("prefers-color-scheme: dark") :]
ENOUGH = 7  # WCAG 2.2, 1.4.6
INKS_ON_PAPER = [
    (ink, paper) for ink in ("text", "text-soft", "accent", "accent-strong") for paper in ("surface", "surface-sunk")
]


def colours(accent, dark):
    """The colours of tokens.css as a browser takes them: later rules and the accent's own win."""
    found = {}
    for css in (TOKENS[: -len(DARK)], DARK if dark else ""):
        rules = re.findall(r"(:root[^{]*?)\s*\{([^}]*)\}", css)
        for wanted in (":root", f':root[data-accent="{accent}"]'):
            for body in (body for selector, body in rules if selector == wanted):
                found |= dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", body))
    return found


def luminance(colour):
    """WCAG 2.2, relative luminance."""
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("accent", Accent.values)
def test_text_and_links_of_every_accent_have_a_contrast_of_seven_to_one(accent, dark):
    tokens = colours(accent, dark)
    weak = {pair: contrast(tokens[pair[0]], tokens[pair[1]]) for pair in INKS_ON_PAPER}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < ENOUGH} == {}


def test_the_contrast_of_black_on_white_is_twenty_one():
    assert round(contrast("#000000", "#ffffff"), 1) == 21


def test_the_sets_differ():
    for dark in (False, True):
        assert len({colours(accent, dark)["accent"] for accent in Accent.values}) == len(Accent.values)


@pytest.mark.parametrize("accent", Accent.values)
def test_icons_and_cards_have_the_ink_of_the_stylesheet(accent):
    light, dark = colours(accent, dark=False)["accent"], colours(accent, dark=True)["accent"]
    icon = (BASE_DIR / "static" / "img" / accent / "icon.svg").read_text()
    assert (light in icon, dark in icon) == (True, True)
    assert INKS[accent] == light
    card = draw_card(Card(site="Voorbeeld", title="Voorbeeld", accent=accent))
    assert "#{:02x}{:02x}{:02x}".format(*card.getpixel((600, 625))) == light


@pytest.mark.django_db
@pytest.mark.parametrize("accent", Accent.values)
def test_a_page_and_its_icons_are_in_the_accent_of_the_site(client, accent):
    Region.objects.create(site=Site.objects.get_current(), slug="proef", name="Proefregio", accent=accent)

    page = client.get("/nieuws/").content.decode()

    assert f'<html lang="nl" data-accent="{accent}">' in page
    for name in ("favicon-32.png", "icon.svg", "apple-touch-icon.png"):
        assert f"/static/img/{accent}/{name}" in page
        assert (BASE_DIR / "static" / "img" / accent / name).exists()
    assert client.get("/favicon.ico")["Location"] == f"/static/img/{accent}/favicon-32.png"


@pytest.mark.django_db
def test_the_words_for_a_card_tell_what_is_drawn_on_it(client):
    region = Region.objects.create(site=Site.objects.get_current(), slug="proef", name="Proefregio")
    assert "Limburg" not in client.get("/nieuws/").content.decode()
    region.drawing = Drawing.LIMBURG
    region.save()
    assert "boven een tekening van Limburg" in client.get("/nieuws/").content.decode()


@pytest.mark.parametrize("number", ["0403.019.261", "0403019261", ""])
def test_an_enterprise_number_with_right_check_digits_is_taken(number):
    Region(enterprise_number=number).clean_fields(exclude={"site", "slug", "name"})


def test_an_enterprise_number_with_wrong_check_digits_is_refused_with_a_sentence():
    with pytest.raises(ValidationError) as refusal:
        Region(enterprise_number="0403.019.262").clean_fields(exclude={"site", "slug", "name"})
    assert "0403.019.262" in refusal.value.message_dict["enterprise_number"][0]
