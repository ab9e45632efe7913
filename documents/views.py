from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.contrib.sites.shortcuts import get_current_site
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from files.serving import serve_file
from organisations.listing import Listing, Selection
from organisations.relations import published_bodies
from publication.preview import is_preview

from .formats import Format
from .models import DocumentContent, DocumentFile, DocumentType, FormerFile


def published_documents(site, at=None):
    """The published documents of `site`, newest first, with what a list shows of them."""
    contents = DocumentContent.everything.published(site, at).select_related("document")
    return contents.prefetch_related(Prefetch("files", DocumentFile.objects.for_lists()))


def document_list(request, kind=None, body=None, year=None, page=None):
    site = get_current_site(request)
    contents = published_documents(site)
    present = set(contents.order_by().values_list("type", flat=True))
    kinds = {value: label for value, label in DocumentType.choices if value in present}
    listing = Listing(Selection("documents", kind, body, year), contents, page, site, kinds)
    return TemplateResponse(
        request,
        "documents/list.html",
        {"listing": listing, "breadcrumbs": [(_("Documents"), reverse("documents:list"))]},
    )


def document_detail(request, slug):
    contents = published_documents(get_current_site(request))
    return render_document(request, get_object_or_404(contents, document__slug=slug))


def render_document(request, content):
    """The page of a document: for readers its published version, for staff the draft that they preview."""
    request.toolbar.set_object(content)
    bodies = published_bodies(get_current_site(request)).filter(organization__in=content.organisations.all())
    return TemplateResponse(
        request,
        "documents/detail.html",
        {
            "content": content,
            "preview": is_preview(request),
            "bodies": bodies,
            "first_page": content.first_page(),
            "former": content.document.former_files.filter(withdrawn=False),
            "readable": content.files.filter(outline__isnull=False),
            "breadcrumbs": [
                (_("Documents"), reverse("documents:list")),
                (content.title, content.get_absolute_url()),
            ],
        },
    )


@staff_member_required
@permission_required("documents.view_documentcontent", raise_exception=True)
def staff_file(request, pk):
    """The bytes of any version, for who has to judge it before readers get it."""
    return send(request, get_object_or_404(DocumentFile, pk=pk), cache_control="private, no-store")


@staff_member_required
@permission_required("documents.view_documentcontent", raise_exception=True)
def staff_preview(request, pk):
    return send_preview(request, get_object_or_404(DocumentFile, pk=pk), cache_control="private, no-store")


def document_file(request, slug, name, extension):
    """The one way to a document's bytes: of the published version, within its window, on this site."""
    if name != slug:
        raise Http404
    # The address stays when the file is replaced: browsers ask each time whether theirs is the present one.
    return send(request, published_file(request, slug, extension), cache_control="no-cache")


def document_preview(request, slug, extension):
    """The first page of what a reader may have; of slides that of the pdf beside them, which looks the same."""
    file = published_file(request, slug, extension).content.first_page()
    if file is None:
        raise Http404
    return send_preview(request, file, cache_control="no-cache")


def former_file(request, slug, number, name, extension):
    """A file that readers had before, as long as its document is public and nobody took the file back."""
    if name != slug:
        raise Http404
    public = DocumentContent.everything.published(get_current_site(request)).filter(document__slug=slug)
    shown = FormerFile.objects.filter(document__in=public.values("document"), withdrawn=False)
    file = get_object_or_404(shown, number=number, format=extension)
    return send_bytes(request, file, f"{slug}-v{number}.{extension}", cache_control="no-cache")


def published_file(request, slug, extension):
    if extension not in Format.values:
        raise Http404
    contents = DocumentContent.everything.published(get_current_site(request))
    return get_object_or_404(DocumentFile, content__in=contents.filter(document__slug=slug), format=extension)


def send(request, file, cache_control):
    return send_bytes(request, file, f"{file.content.document.slug}.{file.format}", cache_control)


def send_bytes(request, file, name, cache_control):
    """A pdf opens in the browser, what it cannot show is saved under the `name`."""
    if file.erased:
        return TemplateResponse(request, "documents/removed.html", status=410)
    return serve_file(
        request,
        file.file.path,
        content_type=Format(file.format).media_type,
        etag=file.checksum,
        cache_control=cache_control,
        download_name="" if file.format == Format.PDF else name,
    )


def send_preview(request, file, cache_control):
    if not file.preview:
        raise Http404
    return serve_file(
        request,
        file.preview.path,
        content_type="image/jpeg",
        etag=f"{file.checksum}-preview",
        cache_control=cache_control,
    )
