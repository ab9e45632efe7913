"""What a screen reader hears of each template, kept in `trees/` so that a change of it is seen in review.

After a change that is meant: UPDATE_TREES=1 script/test tests/browser/test_tree.py
"""

import os
import re
from pathlib import Path

import pytest
from django.utils import timezone, translation
from django.utils.formats import date_format

from .situations import SCREEN_NAMES, SCREENS

pytest_plugins = "tests.browser.collected_site"

TREES = Path(__file__).parent / "trees"
UPDATE = os.environ.get("UPDATE_TREES") == "1"


@pytest.fixture(scope="module")
def page(chromium):
    context = chromium.new_context(locale="nl-BE", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("screen", SCREENS, ids=SCREEN_NAMES)
def test_a_screen_reader_hears_what_was_agreed(collected_site, page, screen):
    screen.open(page, collected_site)
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
    heard = without_today(page.locator("body").aria_snapshot()) + "\n"
    kept = TREES / f"{screen.name}.yaml"
    if UPDATE:
        TREES.mkdir(exist_ok=True)
        kept.write_text(heard)
    assert kept.exists(), "New here: UPDATE_TREES=1 script/test tests/browser/test_tree.py"
    assert heard == kept.read_text()


def test_every_tree_belongs_to_a_template():
    left_over = {path for path in TREES.glob("*.yaml") if path.stem not in SCREEN_NAMES}
    if UPDATE:
        for path in left_over:
            path.unlink()
    else:
        assert not left_over


def without_today(tree):
    """The tree without what depends on the day: some items of the demonstration are of today."""
    today = timezone.localdate()
    with translation.override("nl"):
        tree = tree.replace(date_format(today, "j F Y"), "(vandaag)")
    # The mails in the style guide have links of their own, that hold for some days.
    tree = re.sub(r"http://127\.0\.0\.1:\d+[^\s\"'>)]*|https://\w{32}\.invalid/", "(adres)", tree)
    tree = re.sub(r"\d{1,2} \w+ \d{4}, \d\d:\d\d", "(later)", tree)
    tree = re.sub(r"/pers/embargo/\w+/", "/pers/embargo/(token)/", tree)
    # The filter by year, and nothing else that happens to hold the same number.
    tree = re.sub(rf'link "{today.year}"', 'link "(dit jaar)"', tree)
    return re.sub(rf"(/url: /\S*)/{today.year}/", r"\1/(dit-jaar)/", tree)
