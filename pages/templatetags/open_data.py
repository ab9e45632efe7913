"""Where the same can be had as data: for programs in the head of a page, for people at its foot."""

from django import template
from django.urls import reverse
from django.utils.html import format_html_join

from open_data.catalogue import CATALOGUE_FILES
from open_data.formats import ALL

register = template.Library()


def alternates(addressed):
    """<link rel="alternate"> for each pair of a format and an address (RFC 8288)."""
    return format_html_join(
        "\n",
        '<link rel="alternate" type="{}" href="{}">',
        ((form.media_type, path) for form, path in addressed),
    )


def of_body(content):
    slug = content.organization.slug
    return [(form, reverse("organisation-data", args=(slug, extension))) for extension, form in ALL.items()]


@register.simple_tag
def body_alternates(content):
    return alternates(of_body(content))


@register.simple_tag
def data_alternates(name):
    return alternates((form, reverse("data:file", args=(name, extension))) for extension, form in ALL.items())


@register.simple_tag
def catalogue_alternates():
    return alternates((file.format, file.path) for file in CATALOGUE_FILES)


@register.inclusion_tag("components/data-links.html")
def data_links(content):
    return {"formats": of_body(content)}
