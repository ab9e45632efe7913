"""Citizens' pages speak plainly: short sentences, abbreviations written out, links that say where they go.

Measured on what readers see of the demonstration content, in <main>, without what isn't running text.
"""

import re
from dataclasses import dataclass
from statistics import mean

import pytest
from lxml import html

from pages.demonstration import loader, vlaams_brabant
from regions.models import Region
from tests.browser.addresses import ADDRESSES

pytestmark = pytest.mark.once

MEAN, LONGEST = 15, 25  # words in a sentence

# Words of others, a document's own among them, facts and sources, ways to go and titles of documents are no sentences
# of ours.
NOT_OURS = "//main//*[{}]".format(
    " or ".join(
        [f"self::{tag}" for tag in ("blockquote", "table", "dl", "nav", "script", "style", "cite")]
        + [
            f"contains(concat(' ', @class, ' '), ' {name} ')"
            for name in ("breadcrumbs", "files", "date", "source", "address", "outline")
        ]
        + ["(self::h2 or self::h3) and ancestor::*[contains(concat(' ', @class, ' '), ' document-item ')]"]
    )
)
BLOCKS = {"p", "li", "figcaption", "summary", "h1", "h2", "h3", "h4", "dt", "dd", "div", "section", "header", "aside"}
HEADINGS = {"h1", "h2", "h3", "h4"}
SENTENCE_ENDS = re.compile(r"(?<=[.!?…])[”’)]*\s+(?=[A-ZÀ-Ý“‘(0-9])")
WORD = re.compile(r"[\w’'€&-]*\w[\w’'-]*")

WRITTEN_OUT = {
    "ERSV": "Erkend Regionaal Samenwerkingsverband",
    "RESOC": "Regionaal Economisch en Sociaal Overlegcomité",
    "SERR": "Sociaal-Economische Raad van de Regio",
    "SERV": "Sociaal-Economische Raad van Vlaanderen",
    "POM": "Provinciale Ontwikkelingsmaatschappij",
    "LIRES": "Limburgse Regionale Economische Samenwerking",
    "SALK": "Strategisch Actieplan",
    "ESF": "Europees Sociaal Fonds",
    "ACV": "Algemeen Christelijk Vakverbond",
    "ABVV": "Algemeen Belgisch Vakverbond",
    "ACLVB": "Algemene Centrale der Liberale Vakbonden",
    "vzw": "vereniging zonder winstoogmerk",
    "VDAB": "Vlaamse Dienst voor Arbeidsbemiddeling",
    "AVG": "Algemene Verordening Gegevensbescherming",
    "WCAG": "Web Content Accessibility Guidelines",
    "UNIZO": "Unie van Zelfstandige Ondernemers",
    "VKW": "Verbond van Kristelijke Werkgevers",
}
ABBREVIATION = re.compile(r"\b(?:[A-Z]{2,}[a-zA-Z]*|vzw|HBvL)\b")
# Known to everybody as they are, names of norms and numbers, or a credit as its owner writes it.
KNOWN = {"HBvL", "PDF", "PPTX", "CSV", "JSON", "LD", "CC0", "CC", "EU", "IP", "AA", "AAA", "EN", "II"}

_pages = {}


@dataclass(frozen=True)
class Block:
    tag: str
    text: str
    is_link: bool

    @property
    def sentences(self):
        return [sentence for sentence in SENTENCE_ENDS.split(self.text) if sentence]


@pytest.fixture(params=["limburg", "vlaams-brabant"])
def pages(request, db, client, settings):
    """The blocks of text of each public page of a site, by path. Loaded once: the tests only read."""
    if request.param not in _pages:
        assert loader.load() and vlaams_brabant.load()
        settings.SITE_ID = Region.objects.get(slug=request.param).site_id
        _pages[request.param] = {
            path: blocks(html.fromstring(client.get(path).content.decode()))
            for path in public_paths(request.param, client)
        }
    return _pages[request.param]


def public_paths(site, client):
    """What the sitemap names; of Limburg also the filtered lists, searches and errors, which it leaves out."""
    addresses = re.findall("<loc>(.*?)</loc>", client.get("/sitemap.xml").content.decode())
    others = [address.path for address in ADDRESSES if not address.staff] if site == "limburg" else ["/bestaat-niet/"]
    return dict.fromkeys(["/" + address.split("/", 3)[3] for address in addresses] + others)


def blocks(page):
    """What stands in <main>, block by block, without what isn't ours."""
    for element in page.xpath(NOT_OURS):
        element.drop_tree()
    main = page.xpath("//main")[0]
    return [block for block in map(block_of, (e for e in main.iter() if e.tag in BLOCKS)) if block.text]


def block_of(element):
    """The words of `element` itself, without those of the blocks within it."""
    text = " ".join("".join(own_text(element)).split())
    links = " ".join(" ".join(link.text_content() for link in element.findall("a")).split())
    return Block(element.tag, text, is_link=bool(links) and text == links)


def own_text(element):
    yield element.text or ""
    for child in element:
        if child.tag not in BLOCKS:
            yield from own_text(child)
        yield " " if child.tag == "br" or child.tag in BLOCKS else ""
        yield child.tail or ""


def sentences(found):
    """Whole sentences: headings, links alone and lines of data have no full stop, and would flatter the mean."""
    running = [block for block in found if block.tag not in HEADINGS and not block.is_link]
    return [s for block in running for s in block.sentences if s.rstrip("”’)").endswith((".", "!", "?", ":", ";"))]


def words(text):
    return len(WORD.findall(text))


def complain(complaints):
    assert not complaints, "\n" + "\n".join(complaints)


def test_the_pages_have_sentences(pages):
    assert len(pages) > 8
    assert sum(len(sentences(found)) for found in pages.values()) > 50


def test_sentences_are_short_on_every_page(pages):
    means = {path: mean(map(words, sentences(found))) for path, found in pages.items() if sentences(found)}
    complain(
        [f"{path}: {value:.1f} words in a sentence; at most {MEAN}" for path, value in means.items() if value > MEAN]
    )


def test_no_sentence_is_long(pages):
    complain(
        [
            f"{path}: {words(sentence)} words; at most {LONGEST}: {sentence}"
            for path, found in pages.items()
            for block in found
            for sentence in block.sentences
            if words(sentence) > LONGEST
        ]
    )


def test_abbreviations_are_written_out_at_first_use(pages):
    complain([f"{path}: {words}" for path, found in pages.items() for words in not_written_out(found)])


@pytest.mark.parametrize(
    "path", ["/gemeenten/oudsbergen/", "/gemeenten/streek/noord-limburg/", "/nieuws/decreet-2004/"]
)
def test_bodies_that_a_page_leads_to_are_written_out(db, client, path):
    assert loader.load()
    page = html.fromstring(client.get(path).content.decode())
    rows = page.xpath("//main//li[a[starts-with(@href, '/organisaties/')]][not(ancestor::nav)]")
    names = {row.xpath("string(a)").split()[0]: " ".join(row.text_content().split()) for row in rows}

    assert {"ERSV", "RESOC", "SERR"} <= names.keys()
    assert all(WRITTEN_OUT[short] in names[short] for short in ("ERSV", "RESOC", "SERR"))


def not_written_out(found):
    """Each abbreviation of a page whose full words stand neither before its first use in a sentence nor beside it."""
    so_far, met = "", set()
    for block in found:
        so_far += f" {block.text}"
        if block.tag in HEADINGS or block.is_link:
            continue
        for short in ABBREVIATION.findall(block.text):
            if short not in met | KNOWN and WRITTEN_OUT.get(short, short + "?").lower() not in so_far.lower():
                yield f"{short} is not written out: {block.text}"
            met.add(short)


# What is typed into a field may be written in figures: the sentence beside the field shows how.
DATE_IN_FIGURES = re.compile(r"(?<!bijvoorbeeld )\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})\b")


def test_dates_are_in_words(pages):
    complain(
        [f"{path}: {block.text}" for path, found in pages.items() for block in found if dates_in_figures(block.text)]
    )


def dates_in_figures(text):
    return DATE_IN_FIGURES.findall(text)


def test_the_pages_are_those_of_the_sitemap_and_the_list_of_addresses(pages):
    if "/nieuws/lires-startmoment/" in pages:
        assert {address.path for address in ADDRESSES if not address.staff} <= pages.keys()
    assert {"/", "/contact/", "/toegankelijkheid/", "/privacy/", "/bestaat-niet/"} <= pages.keys()


def test_links_say_where_they_go(pages):
    poor = re.compile(r"\b(klik|lees) (hier|meer)\b|^(hier|meer|link|lees verder)$", re.I)
    complain([f"{path}: {block.text}" for path, found in pages.items() for block in found if poor.search(block.text)])


def test_the_measures_measure():
    assert dates_in_figures("Op 06/02/2017, 6-2-17 en 2017-02-06, bijvoorbeeld 07/02/2017.") == [
        *("06/02/2017", "6-2-17", "2017-02-06"),
    ]
    page = html.fromstring(
        "<main><h1>RESOC</h1><p>Een zin. En nog een.</p><p>Op RESOC (Regionaal Economisch en Sociaal Overlegcomité) "
        "volgt SERR.</p><blockquote><p>POM zei iets.</p></blockquote><ul><li><a href='/'>Klik hier</a></li></ul></main>"
    )
    found = blocks(page)

    assert [words(sentence) for sentence in sentences(found)] == [2, 3, 9]
    assert list(not_written_out(found)) == ["SERR is not written out: " + found[2].text]
    assert found[-1].is_link and "POM" not in "".join(block.text for block in found)
