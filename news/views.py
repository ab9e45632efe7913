from django.contrib.sites.shortcuts import get_current_site
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from documents.views import published_documents
from organisations.relations import published_bodies
from publication.listing import Listing, Selection

from .models import NewsContent


def published_news(site, at=None):
    """The published news of `site`, newest first by its own date, with what a list shows of it."""
    contents = NewsContent.everything.published(site, at).select_related("news_item", "picture")
    return contents.order_by("-date", "-news_item_id")


def news_list(request, kind=None, body=None, year=None, page=None):
    site = get_current_site(request)
    contents = published_news(site)
    present = set(contents.order_by().values_list("kind", flat=True))
    kinds = {value: label for value, label in NewsContent.Kind.choices if value in present}
    listing = Listing(Selection("news", kind, body, year), contents, site, page, kinds)
    return TemplateResponse(
        request,
        "news/list.html",
        {"listing": listing, "breadcrumbs": [(_("News"), reverse("news:list"))]},
    )


def news_detail(request, slug):
    contents = published_news(get_current_site(request))
    return render_news(request, get_object_or_404(contents, news_item__slug=slug))


def render_news(request, content):
    """The page of a news item: for readers its published version, for staff the draft that they preview."""
    request.toolbar.set_object(content)
    site = get_current_site(request)
    return TemplateResponse(
        request,
        "news/detail.html",
        {
            "content": content,
            "quotations": content.quotations.all(),
            "bodies": published_bodies(site).filter(organization__in=content.organisations.all()),
            "attachments": attachments(content, site),
            "waiting": waiting_attachments(content, site)
            if request.toolbar.edit_mode_active or request.toolbar.preview_mode_active
            else (),
            "breadcrumbs": [(_("News"), reverse("news:list")), (content.title, content.get_absolute_url())],
        },
    )


def waiting_attachments(content, site):
    """Names of attached documents that readers of `site` do not see yet: shown to editors only."""
    public = attachments(content, site).values("document")
    return [str(row.document) for row in content.attachments.exclude(document__in=public)]


def attachments(content, site, at=None):
    """The attached documents that readers of `site` may see, in the editor's order."""
    documents = published_documents(site, at).filter(document__attached_to__content=content)
    return documents.order_by("document__attached_to__position", "document__attached_to__pk")
