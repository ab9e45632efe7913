"""Tables in the text editor, in the browser: made, given a caption, pasted, changed by a keystroke, and kept."""

import os
import re

import pytest
from cms.api import add_plugin
from cms.toolbar.utils import get_object_edit_url
from django.contrib.auth import get_user_model
from djangocms_text.models import Text

from tests.browser.conditions import CLIPPED
from tests.factories import NewsContentFactory, version_of
from tests.pages.test_text_tables import KEPT

WORD = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment--><table class="MsoTableGrid">'
    '<tr><td width="302"><p class="MsoNormal"><b>Gemeente</b><o:p></o:p></p></td><td><p>Inwoners</p></td></tr>'
    '<tr><td><p class="MsoNormal">Voorbeeld</p></td><td><p>12 000</p></td></tr></table><!--EndFragment--></body></html>'
)
PASTE = """(element, html) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    element.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
def editor(site, log_in):
    """A function that opens a news item with a text for editing, and returns the page and the text."""

    def open_with(body):
        page = log_in("Eindredacteur")
        page.set_default_timeout(15_000)
        user = get_user_model().objects.get(username="eindredacteur")
        content = NewsContentFactory(created_by=user)
        text = add_plugin(content.body, "TextPlugin", "nl", body=body)
        page.goto(f"{site}{get_object_edit_url(content)}")
        page.locator(".tiptap").wait_for()
        return page, text, content

    return open_with


def saved(page, text):
    """The text after the editor is left; leaving saves."""
    with page.expect_response(lambda response: "edit-plugin" in response.url and response.request.method == "POST"):
        page.locator("h1").first.click()
    return Text.objects.get(pk=text.pk).body


def test_one_keystroke_loses_nothing_of_a_table(editor):
    page, text, content = editor(f"<p>Voor.</p>{KEPT}")
    page.locator(".tiptap td", has_text="12").click()
    page.keyboard.press("End")
    page.keyboard.type("0")

    assert saved(page, text) == f"<p>Voor.</p>{KEPT.replace('12', '120')}"


def test_a_table_is_made_with_headers_and_a_caption(editor):
    page, text, content = editor("<p>Voor.</p>")
    page.locator(".tiptap p").first.click()
    page.locator(".dropdown:has(.tt-table):visible").first.click()
    page.locator(".tt-create-table button[title='2x2']").first.click()
    page.keyboard.type("Orgaan")
    page.locator("[data-action=TableCaption]").first.click()
    page.locator(".TableCaption-form [name=caption]").fill("Zetels per orgaan")
    page.locator(".TableCaption-form .submit").click()
    page.locator(".tiptap [data-caption='Zetels per orgaan']").wait_for()
    body = saved(page, text)

    assert '<table><caption>Zetels per orgaan</caption><thead><tr><th scope="col">Orgaan</th>' in body
    assert body.count("<td>") == 2


def test_a_table_from_word_gets_headers(editor):
    page, text, content = editor("<p>Voor.</p>")
    page.locator(".tiptap p").first.click()
    page.locator(".tiptap").first.evaluate(PASTE, WORD)

    body = saved(page, text)

    assert re.search(r'<thead><tr><th scope="col">.*Gemeente.*</th><th scope="col">Inwoners</th></tr></thead>', body)
    assert "<tbody><tr><td>Voorbeeld</td><td>12 000</td></tr></tbody>" in body


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_wide_table_is_moved_within_itself(editor, open_page, site, width, scheme):
    cells = "".join(f"<td>Voorbeeld {number}</td>" for number in range(9))
    heads = "".join(f"<th>Kolom {number}</th>" for number in range(9))
    page, text, content = editor(f"<table><caption>Breed</caption><tr>{heads}</tr><tr>{cells}</tr></table>{KEPT}")
    version_of(content).publish(get_user_model().objects.get(username="eindredacteur"))
    reader = open_page(
        f"{site}{content.news_item.get_absolute_url()}", color_scheme=scheme, viewport={"width": width, "height": 800}
    )
    table = reader.locator(".text-table").first

    assert reader.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert reader.evaluate(CLIPPED) == []
    if width == 320:
        table.focus()
        reader.keyboard.press("ArrowRight")
        reader.wait_for_timeout(1500)
        assert table.evaluate("element => element.scrollLeft") > 20
    if folder := os.environ.get("SHOTS"):
        reader.screenshot(path=f"{folder}/table_{width}_{scheme}.png", full_page=True)
