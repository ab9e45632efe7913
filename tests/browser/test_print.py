"""An article, a body and a list on A4, as Chromium prints them, read back from the pdf."""

import re

import pypdfium2
import pytest

pytest_plugins = "tests.browser.collected_site"

# Address, the most pages that its content is worth, and an address of our own that paper must spell out.
PRINTED = {
    "article": ("/nieuws/lires-startmoment/", 2, "/documenten/persbericht-lires/persbericht-lires.pdf"),
    "body": ("/organisaties/ersv-limburg/", 4, "/nieuws/decreet-2004/"),
    "list": ("/nieuws/", 1, "/nieuws/lires-startmoment/"),
}
# Elements of the screen that paper has no use for.
OF_THE_SCREEN = (".site-nav", ".breadcrumbs", ".skip-link", ".filters", ".site-footer__top", ".site-footer nav")
A_FIFTH_OF_A_PAGE = 842 / 5
# Of each element, the body first; the rules between items count as much as the text.
COLOURS = """[...document.querySelectorAll("body, body *")].map(getComputedStyle).map((style, index) =>
    index ? [style.color, style.backgroundColor, style.borderTopColor] : [style.color, style.backgroundColor])"""


@pytest.fixture
def printed(collected_site, open_page):
    """A function that prints the page at a path, for who reads in the dark, and returns it with its pdf."""

    def print_page(path):
        page = open_page(collected_site + path, color_scheme="dark")
        return page, pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True, print_background=True))

    return print_page


def text_of(document):
    """All text, without spaces: a long address is broken at the end of a line."""
    return re.sub(r"\s", "", "".join(page.get_textpage().get_text_bounded() for page in document))


@pytest.mark.parametrize(("path", "most_pages", "spelled_out"), PRINTED.values(), ids=PRINTED)
def test_paper_has_the_addresses_and_the_source_at_its_foot(collected_site, printed, path, most_pages, spelled_out):
    page, document = printed(path)
    text = text_of(document)

    origin = re.search(r"https?://[^/]+", page.locator("link[rel=canonical]").get_attribute("href")).group()
    assert origin + spelled_out in text
    foot = page.locator(".site-footer__origin").text_content()
    assert f"{origin}{path}" in foot and re.search(r"\d{1,2} [a-z]+ \d{4}$", foot)
    assert re.sub(r"\s", "", foot) in text
    assert len(document) <= most_pages


@pytest.mark.parametrize("path", [path for path, *_ in PRINTED.values()], ids=PRINTED)
def test_paper_has_no_navigation_and_no_last_page_for_nothing(printed, path):
    page, document = printed(path)

    page.emulate_media(media="print", color_scheme="dark")
    assert [part for part in OF_THE_SCREEN if page.locator(part).locator("visible=true").count()] == []
    # From the page number up: what else stands on the last page begins well above its foot.
    last = document[len(document) - 1].get_textpage()
    boxes = [last.get_rect(index) for index in range(last.count_rects())]
    assert max(top for *_, top in boxes) - sorted(bottom for _, bottom, *_ in boxes)[1] > A_FIFTH_OF_A_PAGE


@pytest.mark.parametrize("path", [path for path, *_ in PRINTED.values()], ids=PRINTED)
def test_paper_is_black_on_white_for_who_reads_in_the_dark(collected_site, open_page, path):
    page = open_page(collected_site + path)
    page.emulate_media(media="print", color_scheme="dark")
    dark = page.evaluate(COLOURS)
    page.emulate_media(media="print", color_scheme="light")

    assert dark[0] == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert dark == page.evaluate(COLOURS)


def test_paper_gives_the_address_of_another_website(printed):
    _, document = printed("/nieuws/lires-startmoment/")

    assert "(https://pomlimburg.be/" in text_of(document)


def test_paper_shows_a_picture_whole(collected_site, open_page):
    """No crop, no focal point that it could lose: the box of the picture has the proportions of the file."""
    page = open_page(collected_site + "/nieuws/lires-startmoment/")
    page.emulate_media(media="print")
    page.wait_for_function("document.querySelector('.figure img').complete")
    picture = page.locator(".figure img").first
    width, height, of_the_file, fit = picture.evaluate("""img => [img.clientWidth, img.clientHeight,
        img.naturalWidth / img.naturalHeight, getComputedStyle(img).objectFit]""")

    assert fit != "cover" and height > 100
    assert abs(width / height - of_the_file) < 0.02
