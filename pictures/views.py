from django.contrib.sites.shortcuts import get_current_site
from django.http import Http404
from django.shortcuts import get_object_or_404

from files.serving import serve_file

from .derivatives import FORMATS, derivative, widths_for
from .models import Picture
from .showing import is_shown


def picture_derivative(request, pk, checksum, width, extension):
    """A reader's copy of a picture; staff who may see pictures get it before it is public as well."""
    picture = get_object_or_404(Picture, pk=pk, sha1__startswith=checksum)
    if width not in widths_for(picture) or extension not in FORMATS:
        raise Http404
    public = is_shown(picture, get_current_site(request))
    if not public and not request.user.has_perm("pictures.view_picture"):
        raise Http404
    try:
        path = derivative(picture, width, extension)
    except FileNotFoundError:
        raise Http404("the original is missing") from None
    return serve_file(
        request,
        path,
        content_type=FORMATS[extension][0],
        etag=f"{picture.sha1[:12]}-{width}-{extension}",
        # An hour, and no longer in shared caches than the picture may be public.
        cache_control="public, max-age=3600" if public else "private, no-store",
    )
