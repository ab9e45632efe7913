"""Where a link in a text leads: to what stands on this site, or to an address elsewhere, by https."""

import re
from html import unescape

from documents.models import Document
from news.models import NewsItem
from organisations.models import Organization

LINKABLE = (NewsItem, Document, Organization)
MOST = 20

LINK = re.compile(r'(<a\b[^>]*?\shref=")([^"]*)("[^>]*>)(.*?)(?=</a>)', re.DOTALL)
HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}([/?#:]|$)", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")


def with_https(html):
    """Write https where nobody wrote a scheme: browsers would take "example.org" for a page of this site,
    and the editor itself makes "http://example.org" of it when it turns typed words into a link."""
    return LINK.sub(_with_https, html)


def _with_https(link):
    start, href, end, words = link.groups()
    if HOST.match(href):
        href = f"https://{href}"
    elif href.startswith("http://") and unescape(TAG.sub("", words)).strip() == unescape(href[len("http://") :]):
        href = f"https://{href[len('http://') :]}"
    return f"{start}{href}{end}{words}"


def linkable_groups(user, search):
    """What else than pages a link can lead to, in the form that the editor's list of destinations has."""
    groups = []
    for model in LINKABLE:
        opts = model._meta
        if not user.has_perm(f"{opts.app_label}.view_{opts.model_name}"):
            continue
        found = model.objects.filter(label__icontains=search).order_by("-pk")[:MOST]
        if children := [destination(thing) for thing in found]:
            groups.append({"text": str(opts.verbose_name_plural).capitalize(), "children": children})
    return groups


def destination(thing):
    return {
        "text": str(thing),
        "verbose": str(thing),
        "url": thing.get_absolute_url(),
        "id": f"{thing._meta.label_lower}:{thing.pk}",
    }
