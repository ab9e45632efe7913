from django.contrib.sites.shortcuts import get_current_site
from django.http import Http404
from django.shortcuts import get_object_or_404

from files.serving import serve_file
from publication.belonging import may_open

from .derivatives import FORMATS, derivative, widths_for
from .downloads import download, size_names
from .metadata import metadata_checksum
from .models import Picture
from .showing import is_shown


def picture_derivative(request, pk, checksum, width, extension):
    """A reader's copy of a picture; staff who may see pictures get it before it is public as well."""
    picture = get_object_or_404(Picture, pk=pk, sha1__startswith=checksum)
    public = is_shown(picture, get_current_site(request))
    if not public and not is_seen_by_staff(picture, request.user):
        raise Http404
    # An hour, and no longer in shared caches than the picture may be public.
    cache_control = "public, max-age=3600" if public else "private, no-store"
    return send_derivative(request, picture, width, extension, cache_control)


def is_seen_by_staff(picture, user):
    return user.has_perm("pictures.view_picture") and may_open(user, picture)


def send_derivative(request, picture, width, extension, cache_control):
    """The copy itself, for a view that has asked whether this reader may have it."""
    if width not in widths_for(picture) or extension not in FORMATS:
        raise Http404
    try:
        path = derivative(picture, width, extension)
    except FileNotFoundError:
        raise Http404("the original is missing") from None
    return serve_file(
        request,
        path,
        content_type=FORMATS[extension][0],
        etag=f"{picture.sha1[:12]}-{metadata_checksum(picture)}-{width}-{extension}",
        cache_control=cache_control,
    )


def picture_download(request, pk, checksum, size_name):
    """A file to reuse, of a picture that something published shows; there is none of what may not be reused."""
    picture = get_object_or_404(Picture, pk=pk, sha1__startswith=checksum, reusable=True)
    if not is_shown(picture, get_current_site(request)):
        raise Http404
    # Asked each time: tomorrow it may not be free to reuse any more.
    return send_download(request, picture, size_name, cache_control="no-cache")


def send_download(request, picture, size_name, cache_control):
    """The file itself, for a view that has asked whether this reader may have it."""
    if size_name not in size_names(picture):
        raise Http404
    try:
        file = download(picture, size_name)
    except FileNotFoundError:
        raise Http404("the original is missing") from None
    return serve_file(
        request,
        file.path,
        content_type=file.content_type,
        etag=f"{picture.sha1[:12]}-{metadata_checksum(picture)}-{size_name}",
        cache_control=cache_control,
        download_name=file.file_name,
    )
