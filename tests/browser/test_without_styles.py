"""Without its stylesheets a page is a text in order: nothing huge, nothing said twice, no words that run together."""

import pytest

from .addresses import ADDRESSES
from .conditions import NAMED
from .overlap import OVERLAPPING

pytest_plugins = "tests.browser.collected_site"

UNSIZED = f"""() => {{
    {NAMED}
    const sized = e => e.getAttribute("width") && e.getAttribute("height");
    return [...document.querySelectorAll("img, svg")].filter(e => !sized(e)).map(named);
}}"""
HUGE = f"""() => {{
    {NAMED}
    const all = [...document.querySelectorAll("img, svg")];
    return all.filter(e => e.getBoundingClientRect().width > window.innerWidth).map(named);
}}"""
# Words on a ground of their own colour: a drawing whose colours all come from the stylesheet is black.
BLACKENED = f"""() => {{
    {NAMED}
    const dark = e => !["none", "rgb(255, 255, 255)"].includes(getComputedStyle(e).fill);
    return [...document.querySelectorAll("svg rect")].filter(e => e.checkVisibility() && dark(e)).map(named);
}}"""
TWICE = """() => {
    const shown = [...document.querySelectorAll("svg[role=img]")].filter(e => e.checkVisibility());
    const labels = shown.map(e => e.getAttribute("aria-label"));
    return labels.filter((label, n) => labels.indexOf(label) !== n);
}"""
LOOKS = {"unsized": UNSIZED, "huge": HUGE, "blackened": BLACKENED, "twice": TWICE, "overlapping": OVERLAPPING}


@pytest.fixture
def bare_page(open_page):
    page = open_page(viewport={"width": 800, "height": 900})
    page.route("**/*.css", lambda route: route.abort())
    return page


def test_without_stylesheets_every_page_can_be_read(collected_site, bare_page):
    found = {}
    for address in ADDRESSES:
        address.open(bare_page, collected_site)
        found |= {(address.name, name): seen for name, look in LOOKS.items() if (seen := bare_page.evaluate(look))}

    assert found == {}


def test_without_stylesheets_a_heading_keeps_its_words_apart(collected_site, bare_page):
    bare_page.goto(collected_site + "/nieuws/organisatie/resoc-limburg/2017/")

    assert bare_page.locator("h1").inner_text() == "Nieuws – RESOC Limburg – 2017"


def test_without_stylesheets_the_menu_comes_before_the_text_and_the_imprint_after_it(collected_site, bare_page):
    bare_page.goto(collected_site + "/organisaties/resoc-limburg/")

    tops = [bare_page.locator(name).first.bounding_box()["y"] for name in ("header nav", "main h1", "footer")]
    assert tops == sorted(tops)


@pytest.mark.parametrize(
    ("look", "html"),
    {
        "unsized": (UNSIZED, "<svg viewBox='0 0 1 1'></svg>"),
        "huge": (HUGE, "<svg width='2400' height='20'></svg>"),
        "blackened": (BLACKENED, "<svg width='20' height='20'><rect width='9' height='9'/></svg>"),
        "twice": (TWICE, "<svg role='img' aria-label='a' width='9' height='9'></svg>" * 2),
    }.values(),
    ids=["unsized", "huge", "blackened", "twice"],
)
def test_the_measures_measure(open_page, look, html):
    page = open_page()
    page.set_content(html)
    assert page.evaluate(look)
