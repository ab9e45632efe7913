from django.contrib.sites.shortcuts import get_current_site
from django.db.models import prefetch_related_objects
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from documents.models import Document, DocumentContent
from documents.views import published_documents
from organisations.listing import Listing, Selection
from organisations.names import names_of
from organisations.relations import published_bodies
from pictures.showing import is_open, open_photos
from publication.preview import guest_of, is_preview

from .models import NewsContent
from .withdrawing import gone


def published_news(site, at=None):
    """The published news of `site`, newest first by its own date, with what a list shows of it."""
    contents = NewsContent.everything.published(site, at).select_related("news_item", "picture")
    return contents.order_by("-date", "-news_item_id")


def news_list(request, kind=None, body=None, year=None, page=None):
    site = get_current_site(request)
    contents = published_news(site)
    present = set(contents.order_by().values_list("kind", flat=True))
    kinds = {value: label for value, label in NewsContent.Kind.choices if value in present}
    listing = Listing(Selection("news", kind, body, year), contents, page, site, kinds)
    return TemplateResponse(
        request,
        "news/list.html",
        {"listing": listing, "breadcrumbs": [(_("News"), reverse("news:list"))]},
    )


def news_detail(request, slug):
    site = get_current_site(request)
    content = published_news(site).filter(news_item__slug=slug).first()
    return gone(request, slug, site) if content is None else render_news(request, content)


def render_news(request, content):
    """The page of a news item: for readers its published version, for staff the draft that they preview, and for who
    has a personal link what waits for the end of its embargo."""
    return TemplateResponse(request, "news/detail.html", page_context(request, content))


def page_context(request, content):
    """What that page shows; the blocks of its text are those of `content`."""
    request.toolbar.set_object(content)
    site, guest = get_current_site(request), guest_of(request)
    public, photos = attachments(content, site, guest), content.photos.select_related("picture")
    return {
        "content": content,
        "quotations": quotations(content, site),
        "bodies": published_bodies(site).filter(organization__in=content.organisations.all()),
        "attachments": public,
        "guest": guest,
        "corrections": content.news_item.corrections.prefetch_related("changes"),
        "photos": photos if is_preview(request) else open_photos(photos, guest),
        "waiting": waiting_attachments(content, public) if is_preview(request) else (),
        "breadcrumbs": (
            [] if guest else [(_("News"), reverse("news:list")), (content.title, content.get_absolute_url())]
        ),
    }


def quotations(content, site):
    """The quotations of `content`; each with `body`, the name and address of whom the speaker speaks for, if public."""
    rows = list(content.quotations.all())
    names = names_of({row.organization_id for row in rows if row.organization_id}, site)
    for row in rows:
        row.body = names.get(row.organization_id)
    return rows


def waiting_attachments(content, public):
    """The latest versions of attached documents that are not among the public ones: shown to editors only."""
    documents = [row.document_id for row in content.attachments.exclude(document__in=public.values("document"))]
    versions = DocumentContent.everything.filter(document__in=documents).prefetch_related("files").order_by("pk")
    latest = {version.document_id: version for version in versions}
    return [latest[document] for document in documents if document in latest]


def attachments(content, site, guest=None):
    """The attached documents that readers of `site` may see, in the editor's order; or that `guest` may, who has a
    personal link: as they will be at the end of the embargo, without what waits with another release."""
    documents = published_documents(site, guest and guest.item.embargo_until)
    documents = documents.filter(document__attached_to__content=content)
    if guest:
        attached = Document.objects.filter(attached_to__content=content)
        documents = documents.exclude(document__in=[one for one in attached if not is_open(one, guest)])
    return documents.order_by("document__attached_to__position", "document__attached_to__pk")


def attachments_of_each(contents, site):
    """The same for each of the list `contents`, by its key, in a fixed number of queries."""
    prefetch_related_objects(contents, "attachments")
    public = published_documents(site).filter(document__attached_to__content__in=contents).distinct()
    documents = {document.document_id: document for document in public}
    ordered = {content.pk: [row.document_id for row in content.attachments.all()] for content in contents}
    return {key: [documents[pk] for pk in keys if pk in documents] for key, keys in ordered.items()}
