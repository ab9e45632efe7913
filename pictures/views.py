from django.contrib.sites.shortcuts import get_current_site
from django.http import Http404
from django.utils.crypto import constant_time_compare

from files.serving import serve_file
from publication.belonging import may_open
from publication.embargo import may_see_embargo

from .derivatives import is_offered, nearest
from .downloads import download, size_names
from .models import Picture
from .showing import stands_in_public

STAND_IN = "public, max-age=60"  # until the copy that was asked for is there


def picture_derivative(request, pk, checksum, width, extension):
    """A reader's copy of a picture; staff who may see pictures get it before it is public as well."""
    picture, public = at_address(request, pk, checksum)
    if picture is None or not (public or is_seen_by_staff(picture, request)):
        raise Http404
    # An hour, and no longer in shared caches than the picture may be public.
    cache_control = "public, max-age=3600" if public else "private, no-store"
    return send_derivative(request, picture, width, extension, cache_control)


def at_address(request, pk, checksum):
    """The picture (or None), and whether readers may see it.

    That is asked first, and everything always: the time of the answer tells a stranger neither whether there is such
    a picture nor how much of a guessed checksum is right.
    """
    stands = stands_in_public(pk, get_current_site(request))
    picture = Picture.objects.filter(pk=pk).first()
    sums = (picture.shown_sha1, picture.sha1) if picture else ("", "")
    alike = [constant_time_compare(one[: len(checksum)], checksum) for one in sums]
    if not any(alike):
        return None, False
    return picture, stands and not picture.is_under_embargo


def is_seen_by_staff(picture, request):
    """Whether who asks sees it in the media library as well."""
    may = request.user.has_perm("pictures.view_picture") and may_open(request.user, picture)
    return may and (not picture.is_under_embargo or may_see_embargo(request))


def send_derivative(request, picture, width, extension, cache_control):
    """The copy itself, for a view that has asked whether this reader may have it."""
    if not is_offered(picture, width, extension):
        raise Http404
    try:
        copy = nearest(picture, width, extension)
    except FileNotFoundError:
        raise Http404("it was not copied yet") from None
    exact = (copy.width, copy.extension) == (width, extension) and picture.shown_sha1 == picture.sha1
    if not exact and cache_control.startswith("public"):
        cache_control = STAND_IN
    return serve_file(
        request,
        copy.path,
        content_type=copy.content_type,
        etag=f"{picture.shown_sha1[:12]}-{picture.copied}-{copy.path.name}",
        cache_control=cache_control,
    )


def picture_download(request, pk, checksum, size_name):
    """A file to reuse, of a picture that something published shows; there is none of what may not be reused."""
    picture, public = at_address(request, pk, checksum)
    if not public or not picture.reusable:
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
        raise Http404("it was not copied yet") from None
    return serve_file(
        request,
        file.path,
        content_type=file.content_type,
        etag=f"{picture.shown_sha1[:12]}-{picture.copied}-{size_name}",
        cache_control=cache_control,
        download_name=file.file_name,
    )
