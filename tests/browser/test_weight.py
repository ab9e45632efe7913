"""The budget of bytes, on every template: what a reader with an old phone and a thin line waits for."""

import pytest

from .addresses import ADDRESSES, NAMES
from .weights import weigh

pytest_plugins = "tests.browser.collected_site"


@pytest.mark.parametrize("address", ADDRESSES, ids=NAMES)
def test_a_page_is_light(collected_site, chromium, address):
    assert weigh(chromium, collected_site + address.path).problems == []
