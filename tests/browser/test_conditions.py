"""Every template under the conditions that readers bring along: zoom, own spacing, few colours, no movement, a thumb.

One window and one load of each address for each condition; the sources are WCAG 2.2 and CSS Color Adjustment 1.
"""

import pytest

from . import axe
from .addresses import ADDRESSES
from .conditions import CLIPPED, FOCUS_UNSEEN, MOVING, SMALL_TARGETS, TEXT_SPACING, VANISHED

pytest_plugins = "tests.browser.collected_site"

# 1280 × 1024 at 400% zoom leaves this many CSS pixels (WCAG 1.4.10).
ZOOMED = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}


def findings(page, origin, look):
    """What `look` finds on each address, and nothing of those where it finds nothing."""
    found = {}
    for address in ADDRESSES:
        page.goto(origin + address.path)
        page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
        if seen := look(page):
            found[address.name] = seen
    return found


def is_wider_than_the_window(page):
    width, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    return [f"{width} px wide in a window of {window} px"] if width > window else []


def test_at_400_percent_with_a_readers_own_spacing_nothing_is_cut_off(collected_site, open_page):
    """WCAG 1.4.10 and 1.4.12, the harder way: both at once."""
    page = open_page(bypass_csp=True, **ZOOMED)

    def look(page):
        before = is_wider_than_the_window(page)
        page.add_style_tag(content=TEXT_SPACING)
        return before + is_wider_than_the_window(page) + page.evaluate(CLIPPED)

    assert findings(page, collected_site, look) == {}


def test_with_a_readers_own_spacing_nothing_is_cut_off_on_a_wide_screen(collected_site, open_page):
    page = open_page(bypass_csp=True, viewport={"width": 1280, "height": 900})

    def look(page):
        page.add_style_tag(content=TEXT_SPACING)
        return is_wider_than_the_window(page) + page.evaluate(CLIPPED)

    assert findings(page, collected_site, look) == {}


@pytest.mark.parametrize("width", [360, 1280])
def test_a_thumb_hits_every_target(collected_site, open_page, width):
    """44 px (WCAG 2.5.5), but for links within a sentence."""
    page = open_page(viewport={"width": width, "height": 800})
    assert findings(page, collected_site, lambda page: page.evaluate(SMALL_TARGETS)) == {}


def test_with_few_colours_nothing_vanishes_and_the_focus_is_seen(collected_site, open_page):
    page = open_page(
        bypass_csp=True, forced_colors="active", color_scheme="dark", viewport={"width": 1280, "height": 900}
    )

    def look(page):
        return page.evaluate(VANISHED) + page.evaluate(FOCUS_UNSEEN) + axe.violations(page)

    assert findings(page, collected_site, look) == {}


def test_who_wants_no_movement_gets_none(collected_site, open_page):
    page = open_page(reduced_motion="reduce")
    assert findings(page, collected_site, lambda page: page.evaluate(MOVING)) == {}
