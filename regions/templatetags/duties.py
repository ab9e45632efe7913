"""What staff are told about their site."""

from django import template
from django.contrib.sites.shortcuts import get_current_site

from regions.lacking import lacking

register = template.Library()


@register.simple_tag(takes_context=True)
def what_lacks(context):
    """Names of what the site lacks that readers may count on."""
    return lacking(get_current_site(context["request"]))
