from django import template
from django.contrib.sites.shortcuts import get_current_site

from accounts.workplaces.sites import own_sites, sites_of

register = template.Library()


@register.simple_tag(takes_context=True)
def works_elsewhere(context):
    """The sites of who looks, where the one that is served is none of them; else nothing."""
    request = context["request"]
    own = sites_of(request.user)
    if own is None or get_current_site(request).pk in own:
        return []
    return [site.name for site in own_sites(request.user)] or ["–"]
