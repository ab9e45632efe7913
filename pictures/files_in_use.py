"""Copies of pictures that are there; cards can always be drawn anew, and none of them is needed."""

from files.unused import register_use

from .metadata import metadata_checksum
from .models import Picture


@register_use("derivatives")
def of_a_picture_in_the_library():
    """Those that say what the record says now, and those that readers get until these are made."""
    pictures = Picture.objects.iterator()
    used = {(each.sha1, said) for each in pictures for said in (each.copied, metadata_checksum(each))}
    return lambda path: path.parts[1:3] in used


@register_use("cards")
def none():
    return lambda path: False
