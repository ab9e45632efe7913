"""Where a link in a text leads: to what stands on this site, or to an address elsewhere, by https."""

import re
from html import unescape

from cms.models import Page, PageContent
from django.apps import apps
from django.db.models import BigIntegerField
from djangocms_text.html import dynamic_attr_pool
from lxml.html import fragment_fromstring, tostring

from documents.models import Document
from news.models import NewsItem
from organisations.models import Organization
from publication.belonging import only_elsewhere

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


def without_dead_ends(html, site):
    """Keep the words alone of a link to what readers of `site` can't see: its address would name it.

    Read as djangocms-text reads it: whatever element names whatever model. One query for each sort of thing.
    """
    if "data-cms-" not in html.lower():
        return html
    body = fragment_fromstring(html, create_parent=True)
    named = [(element, name, reference(element.get(name))) for element in body.iter() for name in references(element)]
    keys = {}
    for model, key in filter(None, (found for *_where, found in named)):
        keys.setdefault(model, set()).add(key)
    public = {(model, key) for model in keys for key in public_keys(model, keys[model], site)}
    for element, name, found in named:
        if found not in public:
            forget(element, name)
    return tostring(body, encoding="unicode").removeprefix("<div>").removesuffix("</div>")


def references(element):
    """The attributes by which an element names a record, whose address djangocms-text writes beside them."""
    return [name for name in dynamic_attr_pool if name in element.attrib]


def reference(value):
    """The model and the key that djangocms-text reads in "news.newsitem:10"; None for what names nothing."""
    try:
        label, key = value.rsplit(":", 1)
        model, key = apps.get_model(*label.strip().split(".")[:2]), int(key)
    except (LookupError, TypeError, ValueError):
        return None
    return (model, key) if 0 < key <= BigIntegerField.MAX_BIGINT else None


def forget(element, name):
    """The words stay; `href` goes with "data-cms-href"."""
    for attribute in (name, name.removeprefix("data-cms-")):
        element.attrib.pop(attribute, None)
    if element.tag == "a":
        element.drop_tag()


def public_keys(model, keys, site):
    """Which of the things with these keys readers of `site` can see; none of what no link is offered to."""
    if model is Page:
        return PageContent.objects.filter(page__in=keys, page__site=site).values_list("page", flat=True)
    if model not in LINKABLE:
        return ()
    return model.objects.published(site).filter(pk__in=keys).values_list("pk", flat=True)


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
