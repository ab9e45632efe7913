"""The areas of a site."""

from .models import Area


def areas_with_a_page(site):
    """Municipalities of today and of the past, and sub-regions, in the order of their names."""
    return Area.objects.filter(sites=site).exclude(kind=Area.Kind.PROVINCE).order_by("folded_name", "pk")


def municipalities(site):
    return areas_with_a_page(site).filter(kind=Area.Kind.MUNICIPALITY)
