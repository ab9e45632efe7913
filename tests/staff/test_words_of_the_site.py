"""The Dutch of the catalogue keeps to one way of writing."""

import re

import polib
import pytest

from limburg_site.environment import BASE_DIR

pytestmark = pytest.mark.once

# Another way of writing it, and what is wrong with that.
ANOTHER_WAY = {
    "quotation marks other than “ ”": r"‘|«|»|„|(?:^|[ (])(?:'|\"(?! ))\w",
    "an account is “het”": r"\b(?:de|deze|andere) account\b",
    "“wist” is also what somebody knew": r"\bu (?:hier )?wist\b",
}


def sentences():
    for entry in polib.pofile(str(BASE_DIR / "locale/nl/LC_MESSAGES/django.po")):
        yield from filter(None, [entry.msgstr, *entry.msgstr_plural.values()])


@pytest.mark.parametrize("wrong", ANOTHER_WAY)
def test_the_dutch_is_written_in_one_way(wrong):
    pattern = re.compile(ANOTHER_WAY[wrong], re.IGNORECASE)
    assert [sentence for sentence in sentences() if pattern.search(re.sub("<[^>]*>", "", sentence))] == []
