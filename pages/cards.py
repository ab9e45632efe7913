"""The picture that others show with a link to a page. Drawn by `pictures`, and only of what readers may see.

The address is that of the page (`/nieuws/een-bericht/` has `/beelden/kaart/nieuws/een-bericht.jpg`): nothing that
a stranger writes in an address or a query is ever drawn.
"""

from dataclasses import replace

from cms.models import PageContent
from django.contrib.sites.shortcuts import get_current_site
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import Resolver404, resolve, reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from djangocms_versioning.constants import PUBLISHED

from documents.views import published_documents
from files.serving import serve_file
from news.views import published_news
from organisations.areas import areas_with_a_page
from organisations.models import Theme
from organisations.relations import published_bodies
from pictures.cards import Card, card_file
from pictures.showing import is_open
from projects.views import published_projects
from regions.models import Region

SECTIONS = {
    "organisations:list": _("Organisations"),
    "news:list": _("News"),
    "press:room": _("Press"),
    "press:photos": _("Photos for the press"),
    "documents:list": _("Documents"),
    "projects:list": _("Projects"),
    "themes:list": _("Themes"),
    "data:index": _("Open data"),
    "data:areas": _("Municipalities"),
    "data:term-lists": _("Terms"),
    "areas:list": _("Municipalities"),
    "history:timeline": _("History"),
}


def page_card(request, path=""):
    """The card of the page at `path` (without slashes at its ends); of the site as a whole without one."""
    site = get_current_site(request)
    card = card_of_page(path, site) if path else Card(title=tagline(site), **look(site))
    try:
        file = card_file(card)
    except FileNotFoundError:  # the picture's original is missing
        card = replace(card, picture=None)
        file = card_file(card)
    return serve_file(
        request, file, content_type="image/jpeg", etag=card.checksum, cache_control="public, max-age=3600"
    )


def card_of_page(path, site):
    """Raises Http404 for what is no page, and for a page that readers of `site` can't see."""
    try:
        match = resolve(f"/{path}/")
    except Resolver404:
        raise Http404 from None
    if match.view_name in SECTIONS and not match.kwargs:
        return Card(title=str(SECTIONS[match.view_name]), **look(site))
    if match.view_name in DETAILS:
        return Card(**look(site), **DETAILS[match.view_name](site, match.kwargs["slug"]))
    raise Http404


def news_item(site, slug):
    content = get_object_or_404(published_news(site), news_item__slug=slug)
    kicker = kind_and_date(content.get_kind_display(), content)
    return {"kicker": kicker, "title": content.title, "picture": public_picture(content)}


def public_picture(content):
    return content.picture if content.picture and is_open(content.picture) else None


def document(site, slug):
    content = get_object_or_404(published_documents(site), document__slug=slug)
    return {"kicker": kind_and_date(content.get_type_display(), content), "title": content.title}


def body(site, slug):
    content = get_object_or_404(published_bodies(site), organization__slug=slug)
    return {"kicker": capfirst(content.get_kind_display()), "title": content.name, "note": content.full_name}


def project(site, slug):
    content = get_object_or_404(published_projects(site), project__slug=slug)
    return {"kicker": gettext("Project"), "title": content.title, "note": content.full_name}


def theme(site, slug):
    return {"kicker": gettext("Theme"), "title": capfirst(get_object_or_404(Theme, slug=slug).label)}


def area(site, slug):
    found = get_object_or_404(areas_with_a_page(site), slug=slug)
    return {"kicker": capfirst(found.get_kind_display()), "title": found.name}


def cms_page(site, path):
    """Of a page of the CMS, which has its whole path for a slug."""
    pages = PageContent._original_manager.filter(
        page__site=site, page__urls__path=path, page__login_required=False, versions__state=PUBLISHED
    )
    return {"title": get_object_or_404(pages.distinct()).title}


DETAILS = {
    "news:detail": news_item,
    "documents:detail": document,
    "organisations:detail": body,
    "projects:detail": project,
    "themes:detail": theme,
    "areas:detail": area,
    "areas:sub-region": area,
    "pages-details-by-slug": cms_page,
}


def kind_and_date(kind, content):
    return f"{capfirst(kind)} · {date_format(content.date, 'j F Y')}"


def look(site):
    """What all cards of `site` have in common."""
    region = Region.objects.filter(site=site).first()
    if region is None:
        return {"site": site.name}
    return {"site": region.name, "accent": region.accent, "drawing": region.drawing}


def tagline(site):
    region = Region.objects.filter(site=site).first()
    return (region and region.tagline) or look(site)["site"]


def card_path(match, path):
    """Address of the card for the page at `path`, which the url resolver took for `match`."""
    name = match.view_name if match else ""
    if name in SECTIONS:
        path = reverse(name)  # of the list as a whole, whatever was chosen in it
    elif name not in DETAILS:
        path = ""
    path = path.strip("/")
    return reverse("page-card", args=[path] if path else [])
