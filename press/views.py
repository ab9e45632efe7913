"""What a personal link opens while a release is under embargo."""

from django.contrib.sites.shortcuts import get_current_site
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from documents.models import DocumentFile
from documents.views import send
from news.views import attachments, render_news
from pictures.places import pictures_in
from pictures.showing import is_open
from pictures.views import send_derivative, send_download

from .invitations import by_invitation
from .models import Access


# Without a cookie there is no CSRF token to compare; the address is the secret that a forger would need.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@by_invitation
def entrance(request, content):
    """Says nothing of the release: mail scanners fetch every link. The reader's own click opens it."""
    guest = request.embargo_invitation
    if request.method != "POST":
        return TemplateResponse(request, "press/entrance.html", {"until": guest.item.embargo_until, "guest": guest})
    guest.note(Access.Kind.OPENED)
    return redirect("press:release", token=guest.token)


@require_safe
@by_invitation
def release(request, content):
    if request.method == "GET":
        request.embargo_invitation.note(Access.Kind.READ)
    return render_news(request, content)


@require_safe
@by_invitation
def file(request, content, slug, extension):
    """A document that goes with the release, as it will be at the end of the embargo."""
    guest = request.embargo_invitation
    documents = attachments(content, get_current_site(request), guest).filter(document__slug=slug)
    found = get_object_or_404(DocumentFile, content__in=documents, format=extension)
    guest.note(Access.Kind.FILE, f"{slug}.{extension}")
    return send(request, found, cache_control="private, no-store")


@require_safe
@by_invitation
def picture(request, content, pk, width, extension):
    found = picture_of(request, content, pk)
    return send_derivative(request, found, int(width), extension, cache_control="private, no-store")


@require_safe
@by_invitation
def picture_download(request, content, pk, size_name):
    """A photo to reuse; of one that may not be reused there is none, here as elsewhere."""
    found = picture_of(request, content, pk)
    if not found.reusable:
        raise Http404
    request.embargo_invitation.note(Access.Kind.FILE, f"{found} ({size_name})"[:220])
    return send_download(request, found, size_name, cache_control="private, no-store")


def picture_of(request, content, key):
    found = next((picture for picture in pictures_in(content) if picture.pk == int(key)), None)
    if found is None or not is_open(found, request.embargo_invitation):
        raise Http404
    return found
