"""Whatever an editor types, no component breaks: the page with extreme content, on a phone and on a desk."""

import pytest

from . import axe
from .conditions import CLIPPED
from .overlap import OVERLAPPING
from .situations import SITUATIONS

pytest_plugins = "tests.browser.collected_site"

GUIDES = [situation for situation in SITUATIONS if situation.whole_guide]
BESIDE = """() => {
    const [width, window_] = [document.documentElement.scrollWidth, window.innerWidth];
    return width > window_ ? [`${width} px wide in a window of ${window_} px`] : [];
}"""
# A page that breaks what the measures look for.
BROKEN = """<body style="margin: 0"><p style="overflow: hidden; white-space: nowrap; width: 4em">Veel te lang</p>
<p>Eerste regel</p><p style="margin-top: -2.2em">Tweede regel</p><div style="width: 2000px">Breed</div>"""


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize("guide", GUIDES, ids=[guide.name for guide in GUIDES])
def test_nothing_leaves_its_place(collected_site, open_page, guide, width):
    page = open_page(bypass_csp=True, viewport={"width": width, "height": 900})
    guide.open(page, collected_site)
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")

    found = {name: page.evaluate(look) for name, look in LOOKS.items()}
    if width == 320:  # at other widths, and in the dark: test_readers.py
        found["axe"] = axe.violations(page)
    assert {name: seen for name, seen in found.items() if seen} == {}


LOOKS = {"beside": BESIDE, "clipped": CLIPPED, "overlapping": OVERLAPPING}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_the_measures_measure(open_page, look):
    page = open_page(viewport={"width": 800, "height": 600})
    page.set_content("<p>Eerste regel</p><p>Tweede regel</p>")
    assert page.evaluate(look) == []
    page.set_content(BROKEN)
    assert page.evaluate(look)
