"""The budget of bytes, on every template: what a reader with an old phone and a thin line waits for."""

import pytest

from .situations import SCREEN_NAMES, SCREENS, Situation
from .weights import WHOLE_PAGE_BYTES, weigh

pytest_plugins = "tests.browser.collected_site"


@pytest.mark.parametrize("screen", SCREENS, ids=SCREEN_NAMES)
def test_a_page_is_light(collected_site, chromium, screen):
    weight = weigh(chromium, collected_site, screen)
    if isinstance(screen, Situation) and screen.whole_guide:
        assert weight.whole <= WHOLE_PAGE_BYTES  # what staff see of everything at once is no first view
    else:
        assert weight.problems == []
