"""Copies of pictures that are there; cards can always be drawn anew, and none of them is needed."""

from files.unused import register_use

from .models import Picture


@register_use("derivatives")
def of_a_picture_in_the_library():
    checksums = set(Picture.objects.values_list("sha1", flat=True))
    return lambda path: path.parts[1] in checksums


@register_use("cards")
def none():
    return lambda path: False
