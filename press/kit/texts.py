"""The words of a kit: the item as HTML and as plain text, and what may be done with the files."""

from django.template.loader import render_to_string
from lxml import html

from regions.models import site_origin

BLOCKS = ["h1", "h2", "h3", "p", "li", "blockquote", "address", "figcaption", "dt", "dd", "pre"]


def texts_of(kit, request, site, context):
    """Mapping of the name of a text to its words. `context` is that of the item's page."""
    context = context | {"kit": kit, "origin": site_origin(site)}
    page = self_contained(render_to_string("press/kit/release.html", context, request), context["origin"])
    licences = render_to_string("press/kit/licences.txt", context, request)
    return {f"{kit.name}.html": page, f"{kit.name}.txt": plain(page), "LICENTIES.txt": tidy(licences)}


def self_contained(page, origin):
    """Without pictures, which are files of their own, and with addresses that lead somewhere from anywhere."""
    document = html.document_fromstring(page)
    for picture in document.xpath("//figure | //picture | //img | //svg | //script"):
        picture.drop_tree()
    document.make_links_absolute(f"{origin}/")
    return html.tostring(document, encoding="unicode", doctype="<!doctype html>") + "\n"


def plain(page):
    """Paragraph by paragraph, with an empty line between them."""
    body = html.document_fromstring(page).find("body")
    blocks = [e for e in body.iter(*BLOCKS) if not any(True for _within in e.iterdescendants(*BLOCKS))]
    words = (" ".join(block.text_content().split()) for block in blocks)
    return "\n\n".join(filter(None, words)) + "\n"


def tidy(text):
    """At most one empty line between two paragraphs."""
    lines = [line.strip() for line in text.strip().splitlines()]
    return "\n".join(line for line, next_ in zip(lines, [*lines[1:], "end"], strict=True) if line or next_) + "\n"
