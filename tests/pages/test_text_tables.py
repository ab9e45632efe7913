"""Tables in texts are kept whole: caption, headers, cells; and stand on the page where they can be moved sideways."""

import pytest
from cms.api import add_plugin
from django.conf import settings
from djangocms_text.models import Text
from lxml import html

from pages.text_tables import in_regions, with_tidy_tables
from tests.accounts.people import person
from tests.factories import cms_page

KEPT = (
    '<table><caption>Leden</caption><thead><tr><th scope="col">Orgaan</th><th scope="col">Zetels</th></tr></thead>'
    '<tbody><tr><th scope="row">RESOC</th><td>12</td></tr></tbody></table>'
)
# As TipTap gives them, with the caption where static/js/text-tables.js keeps it.
EDITED = (
    '<p>Voor.</p><table style="min-width: 50px" data-caption="Leden"><colgroup><col style="min-width: 25px"><col>'
    '</colgroup><tbody><tr><th colspan="1" rowspan="1"><p>Orgaan</p></th><th colspan="1" rowspan="1"><p>Zetels</p></th>'
    '</tr><tr><th colspan="1" rowspan="1"><p>RESOC</p></th><td colspan="1" rowspan="1"><p>12</p></td></tr></tbody>'
    "</table><p>Na.</p>"
)
WORD = (
    '<table class="MsoTableGrid" border="1"><tr><td width="302" colspan="2"><p class="MsoNormal">Eén</p>'
    "<p>Twee</p></td></tr></table>"
)


@pytest.fixture
def text():
    def make(body):
        content = cms_page(state="draft")
        return add_plugin(content.get_placeholders()[0], "TextPlugin", "nl", body=body)

    return make


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (KEPT, KEPT),
        (EDITED, f"<p>Voor.</p>{KEPT}<p>Na.</p>"),
        (WORD, '<table><tbody><tr><td colspan="2"><p>Eén</p><p>Twee</p></td></tr></tbody></table>'),
        ("<p>1 &lt; 2 &amp; é</p>", "<p>1 &lt; 2 &amp; é</p>"),
    ],
    ids=["as it is kept", "from the editor", "from Word", "no table"],
)
def test_a_saved_table_has_its_caption_headers_and_cells(text, written, kept):
    assert Text.objects.get(pk=text(written).pk).body == kept


@pytest.mark.django_db
def test_a_script_in_a_table_is_no_table(text):
    body = text('<table onclick="x()"><tr><td><script>x()</script>a</td></tr></table>').body

    assert body == "<table><tbody><tr><td>a</td></tr></tbody></table>"


def test_what_is_tidy_stays_the_same():
    assert with_tidy_tables(with_tidy_tables(EDITED)) == with_tidy_tables(EDITED)


def test_a_table_in_a_table_is_kept_and_framed_once():
    nested = with_tidy_tables("<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table><p>b</p>")

    assert nested.count("<table>") == 2 and nested.endswith("<p>b</p>")
    assert in_regions(nested, 1).count('class="text-table"') == 1


@pytest.mark.django_db
def test_the_page_names_each_table_and_lets_the_keyboard_move_it(client):
    content = cms_page("Met tabellen", slug="met-tabellen", state="draft")
    add_plugin(content.get_placeholders()[0], "TextPlugin", "nl", body=f"<p>Voor.</p>{KEPT}<p>Tussen.</p>{WORD}")
    content.versions.get().publish(person("an", "Eindredacteur"))

    page = html.fromstring(client.get("/met-tabellen/").content)
    first, second = page.xpath('//div[@class="text-table"]')

    assert [(one.get("role"), one.get("tabindex")) for one in (first, second)] == [("region", "0")] * 2
    [caption] = first.xpath("./table/caption")
    assert (first.get("aria-labelledby"), caption.text) == (caption.get("id"), "Leden")
    assert second.get("aria-label") == "Tabel"
    assert page.xpath("//main//p/text()")[:2] == ["Voor.", "Tussen."]


def test_every_text_editor_offers_the_same():
    toolbars = settings.TEXT_EDITOR_SETTINGS

    assert toolbars["toolbar_HTMLField"] == toolbars["toolbar_CMS"]
    assert ["Table", "TableCaption"] in toolbars["toolbar_CMS"]
