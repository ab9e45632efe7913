"""Every template under the conditions that readers bring along: zoom, own spacing, few colours, no movement, a thumb.

One window and one load of each address for each condition; the sources are WCAG 2.2 and CSS Color Adjustment 1.
"""

from .conditions import CLIPPED, FOCUS_UNSEEN, MOVING, SMALL_TARGETS, TEXT_SPACING, VANISHED
from .situations import SCREENS

pytest_plugins = "tests.browser.collected_site"

# 1280 × 1024 at 400% zoom leaves this many CSS pixels (WCAG 1.4.10).
ZOOMED = {"viewport": {"width": 320, "height": 256}}


def findings(page, site, look):
    """What `look` finds on each screen, and nothing of those where it finds nothing."""
    found = {}
    for screen in SCREENS:
        screen.open(page, site)
        page.wait_for_load_state()
        page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
        if seen := look(page):
            found[screen.name] = seen
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


def test_on_a_wide_screen_a_thumb_hits_every_target_and_own_spacing_cuts_nothing_off(collected_site, open_page):
    page = open_page(bypass_csp=True, viewport={"width": 1280, "height": 900})

    def look(page):
        small = page.evaluate(SMALL_TARGETS)
        page.add_style_tag(content=TEXT_SPACING)
        return small + is_wider_than_the_window(page) + page.evaluate(CLIPPED)

    assert findings(page, collected_site, look) == {}


def test_a_thumb_hits_every_target_on_a_phone(collected_site, open_page):
    """44 px (WCAG 2.5.5), but for links within a sentence."""
    page = open_page(viewport={"width": 360, "height": 800})
    assert findings(page, collected_site, lambda page: page.evaluate(SMALL_TARGETS)) == {}


def test_with_few_colours_nothing_vanishes_nothing_moves_and_the_focus_is_seen(collected_site, open_page):
    """Forced colours, and no movement wanted."""
    page = open_page(
        bypass_csp=True,
        forced_colors="active",
        reduced_motion="reduce",
        color_scheme="dark",
        viewport={"width": 1280, "height": 900},
    )

    def look(page):
        return page.evaluate(VANISHED) + page.evaluate(FOCUS_UNSEEN) + page.evaluate(MOVING)

    assert findings(page, collected_site, look) == {}
