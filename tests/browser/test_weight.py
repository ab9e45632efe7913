"""The budget of bytes, on every template: what a reader with an old phone and a thin line waits for."""

import pytest

from .addresses import ADDRESSES
from .weights import weigh

pytest_plugins = "tests.browser.collected_site"

# Goes when the pages to log in have a stylesheet of their own; strict, so that this can't be forgotten.
TOO_HEAVY = pytest.mark.xfail(strict=True, reason="the pages to log in have all stylesheets of Django's admin")


@pytest.mark.parametrize(
    "address",
    [pytest.param(address, id=address.name, marks=[TOO_HEAVY] * address.staff) for address in ADDRESSES],
)
def test_a_page_is_light(collected_site, chromium, address):
    assert weigh(chromium, collected_site + address.path).problems == []
