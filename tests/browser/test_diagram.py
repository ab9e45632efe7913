"""The diagram as a browser draws it, with its own fonts: boxes are measured, not believed."""

from itertools import combinations

import pytest
from django.conf import settings
from django.template.loader import render_to_string

from organisations.diagram import narrow, wide
from tests.organisations.test_diagram import tangle

pytest_plugins = "tests.browser.collected_site"

MEASURES = """() => {
  const box = (e) => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; };
  const seen = [...document.querySelectorAll("svg.diagram__drawing")].filter((svg) => box(svg)[2]);
  return seen.map((svg) => [box(svg), [...svg.querySelectorAll("text")].map(box)]);
}"""
SHEETS = ("tokens.css", "components/diagram.css")


def overlapping(texts):
    """Pairs that lie over each other. The lines of one name touch by their leading: that is no overlap."""
    return [
        (a, b)
        for a, b in combinations(texts, 2)
        if min(a[2], b[2]) - max(a[0], b[0]) > 1 and min(a[3], b[3]) - max(a[1], b[1]) > 4
    ]


def hold_their_places(page):
    drawings = page.evaluate(MEASURES)
    assert drawings
    for (left, top, right, bottom), texts in drawings:
        assert texts
        assert not overlapping(texts)
        assert not [t for t in texts if t[0] < left - 1 or t[1] < top - 1 or t[2] > right + 1 or t[3] > bottom + 1]


@pytest.mark.parametrize(("shape", "draw", "width"), [("narrow", narrow.draw, 320), ("wide", wide.draw, 1280)])
@pytest.mark.parametrize(("nodes", "edges"), [(3, 2), (14, 14), (20, 24)])
def test_no_text_lies_over_another_or_leaves_the_frame(open_page, shape, draw, width, nodes, edges):
    drawing = draw(tangle(nodes, edges, seed=7))
    svg = render_to_string("components/drawing.html", {"drawing": drawing, "shape": shape, "label": "Schema"})
    css = "".join((settings.BASE_DIR / "static/css" / sheet).read_text() for sheet in SHEETS)
    page = open_page(viewport={"width": width, "height": 900})
    page.set_content(f"<!doctype html><style>body {{ margin: 0 }} {css}</style>{svg}")
    hold_their_places(page)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_diagrams_of_the_demonstration_hold_too(collected_site, open_page, width):
    for path in ("/organisaties/", "/organisaties/ersv-limburg/"):
        page = open_page(collected_site + path, viewport={"width": width, "height": 900})
        hold_their_places(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
