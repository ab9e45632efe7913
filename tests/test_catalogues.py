"""That script/check-catalogues sees each word of the code which nobody could translate."""

import sys

import polib
import pytest

from limburg_site.environment import BASE_DIR

sys.path.append(str(BASE_DIR / "script"))
from check_catalogues import in_python, read  # noqa: E402

pytestmark = pytest.mark.once

WITHOUT_CATALOGUE = """
from django.utils import translation
from django.utils.translation import gettext as _, gettext_lazy as words, ngettext

title = "news"
"""


@pytest.mark.parametrize(
    "line",
    [
        "f\"{_('appears')} today\"",
        "f\"{_('appears') if title else ''}\"",
        "_(f'{title} appears')",
        "_(title)",
        "_('appears ' + title)",
        "ngettext('one', f'{title} more', 2)",
        "words('seen by no list of names')",
        "translation.gettext('nor this')",
        "ngettext('appears', 'appear', 2)",
    ],
)
def test_words_that_no_catalogue_can_have_are_named(tmp_path, line):
    (tmp_path / "module.py").write_text(WITHOUT_CATALOGUE + line)
    catalogue = {(None, "appears"): polib.POEntry(msgid="appears", msgstr="verschijnt")}
    [problem] = in_python(tmp_path, catalogue)
    assert "module.py:6" in problem


def test_words_in_the_catalogue_are_well(tmp_path):
    (tmp_path / "module.py").write_text(WITHOUT_CATALOGUE + "f\"{title} {len('x')}\" + _('appears')")
    assert list(in_python(tmp_path, {(None, "appears"): polib.POEntry(msgid="appears")})) == []


def test_every_word_of_our_own_code_is_in_the_catalogue():
    assert list(in_python(BASE_DIR, read(BASE_DIR))) == []
