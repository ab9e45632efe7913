"""`docs/seeds.md` points at every statement of the owner's two pages: each address is followed here."""

import re

import pytest
from lxml import html

from limburg_site.environment import BASE_DIR
from pages.demonstration import loader, vlaams_brabant
from regions.models import Region

ROW = re.compile(r"^\| (?P<statement>[^|]+) \| (?P<site>[a-z-]+) \| `(?P<path>/[^`]*)` \| (?P<words>[^|]+) \|$", re.M)
TABLE = (BASE_DIR / "docs" / "seeds.md").read_text(encoding="utf-8")
ROWS = [match.groupdict() for match in ROW.finditer(TABLE)]
INLINE = {"a", "strong", "em", "span"}


def text_of(element):
    """What a reader reads, with a space where a block ends."""
    words = element.xpath(".//body//text()[not(ancestor::script or ancestor::style)]")
    joined = "".join(("" if word.getparent().tag in INLINE or word.is_tail else " ") + word for word in words)
    return " ".join(joined.split())


@pytest.mark.django_db
@pytest.mark.parametrize("region", ["limburg", "vlaams-brabant"])
def test_every_statement_stands_where_the_table_says(client, settings, region):
    assert loader.load() and vlaams_brabant.load()
    settings.SITE_ID = Region.objects.get(slug=region).site_id
    rows = [row for row in ROWS if row["site"] == region]
    pages = {path: text_of(html.fromstring(client.get(path).content.decode())) for path in {r["path"] for r in rows}}

    missing = [(row["path"], row["words"]) for row in rows if row["words"] not in pages[row["path"]]]

    assert missing == []


def test_every_row_of_the_tables_is_read():
    rows = [line for line in TABLE.splitlines() if line.startswith("| ") and not line.startswith("| Statement")]
    assert len(ROWS) == len(rows) > 60
