"""Copies of pictures that are there; cards can always be drawn anew, and none of them is needed."""

from easy_thumbnails.models import Thumbnail

from files.unused import register_copies

from .metadata import metadata_checksum
from .models import Picture


@register_copies("derivatives")
def of_a_picture_in_the_library():
    """Those that say what the record says now, and those that readers get until these are there."""
    used = set()
    for picture in Picture.objects.iterator():
        used |= {(picture.sha1, metadata_checksum(picture)), (picture.copied_sha1, picture.copied)}
    return lambda path: path.parts[1:3] in used


@register_copies("picture-thumbnails")
def known_to_the_media_library():
    names = set(Thumbnail.objects.values_list("name", flat=True))
    return lambda path: "/".join(path.parts[1:]) in names


@register_copies("cards")
def none():
    return lambda path: False
