"""Where a link in a text leads: to what stands on this site, or to an address elsewhere, by https."""

import re
from html import unescape

from cms.models import Page, PageContent

from documents.models import Document
from news.models import NewsItem
from organisations.models import Organization
from publication.belonging import only_elsewhere

LINKABLE = (NewsItem, Document, Organization)
MOST = 20

REFERENCE = re.compile(r'<a\b[^>]*?\sdata-cms-href="([a-z_]+\.[a-z_]+):([0-9]+)"[^>]*>(.*?)</a>', re.DOTALL)
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


def without_dead_ends(html, site):
    """Keep the words alone of a link to what readers of `site` can't see: its address would name it.

    One query for each sort of thing that the text links to.
    """
    named = {}
    for label, key, _words in REFERENCE.findall(html):
        named.setdefault(label, set()).add(int(key))
    public = {(label, key) for label, keys in named.items() for key in public_keys(label, keys, site)}
    return REFERENCE.sub(lambda link: link[0] if (link[1], int(link[2])) in public else link[3], html)


def public_keys(label, keys, site):
    """Which of the things with these keys readers of `site` can see."""
    if label == Page._meta.label_lower:
        return PageContent.objects.filter(page__in=keys, page__site=site).values_list("page", flat=True)
    model = next((model for model in LINKABLE if model._meta.label_lower == label), None)
    return model.objects.published(site).filter(pk__in=keys).values_list("pk", flat=True) if model else ()


def linkable_groups(user, search):
    """What else than pages a link can lead to, in the form that the editor's list of destinations has."""
    groups = []
    for model in LINKABLE:
        opts = model._meta
        if not user.has_perm(f"{opts.app_label}.view_{opts.model_name}"):
            continue
        found = (
            model.objects.filter(label__icontains=search).exclude(only_elsewhere(model, user)).order_by("-pk")[:MOST]
        )
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
