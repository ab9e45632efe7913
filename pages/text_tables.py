"""Tables in texts: as they are kept, with a caption and headers, and as they are shown on the narrowest screen."""

import re

from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from djangocms_text.models import Text
from lxml import html

ROWS = "./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr"
BOUNDARY = re.compile(r"(<table\b[^>]*>|</table>)", re.IGNORECASE)
SPANS = ("colspan", "rowspan")


@receiver(pre_save, sender=Text)
def keep_tables_tidy(sender, instance, raw=False, **kwargs):
    if not raw:
        instance.body = with_tidy_tables(instance.body)


def with_tidy_tables(text):
    """The HTML `text`, each table with what a reader needs and nothing of how the editor or Word drew it."""
    if not BOUNDARY.search(text):
        return text
    root = html.fragment_fromstring(text, create_parent="div")
    for table in list(root.iter("table")):
        tidy(table)
    return html.tostring(root, encoding="unicode").removeprefix("<div>").removesuffix("</div>")


def tidy(table):
    caption, rows = caption_of(table), table.xpath(ROWS)
    heads = number_of_heads(rows)
    table.attrib.clear()
    del table[:]
    table.text = None
    for name, part in (("thead", rows[:heads]), ("tbody", rows[heads:])):
        if part:
            html.etree.SubElement(table, name).extend(part)
    for number, row in enumerate(rows):
        tidy_row(row, "col" if number < heads else "row")
    if caption:
        table.insert(0, html.etree.Element("caption"))
        table[0].text = caption


def caption_of(table):
    """The editor keeps it as an attribute (static/js/text-tables.js)."""
    words = " ".join("".join(caption.itertext()) for caption in table.xpath("./caption"))
    return " ".join((table.get("data-caption") or words).split())


def number_of_heads(rows):
    """The rows at the top in which every cell is a header; the first alone where the whole table is."""
    for number, row in enumerate(rows):
        if not len(row) or any(cell.tag != "th" for cell in row):
            return number
    return min(len(rows), 1)


def tidy_row(row, scope):
    row.tail = None
    for cell in row:
        cell.tail = None
        spans = {name: cell.get(name) for name in SPANS if cell.get(name) not in (None, "", "1")}
        cell.attrib.clear()
        cell.attrib.update(spans | ({"scope": scope} if cell.tag == "th" else {}))
        if len(cell) == 1 and cell[0].tag == "p" and not (cell.text or "").strip():
            cell[0].drop_tag()


def in_regions(text, key):
    """Each table of `text` where it can be moved sideways, with a name, by keyboard too; `key` is that of the text."""
    shown, table, depth, number = [], [], 0, 0
    for piece in BOUNDARY.split(text):
        depth += piece.lower().startswith("<table")
        (table if depth else shown).append(piece)
        if depth and piece.lower() == "</table>":
            depth -= 1
            if not depth:
                number += 1
                shown.append(in_region("".join(table), f"tabel-{key}-{number}"))
                table = []
    return "".join((*shown, *table))


def in_region(table, label):
    named = table.replace("<caption>", f'<caption id="{label}">', 1)
    context = {"table": mark_safe(named), "label": label if named != table else ""}  # noqa: S308 - cleaned when saved
    return render_to_string("components/text-table.html", context).strip()
