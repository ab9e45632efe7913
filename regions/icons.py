"""The icons of a site: the mark in its accent (script/make-icons)."""

from django.templatetags.static import static

from .models import Accent


def icon_address(name, region):
    """Address of the icon `name`, e.g. "icon.svg", for a Region, or for a site that has none yet."""
    return static(f"img/{region.accent if region else Accent.HEATHER}/{name}")
