"""A shared block on a page, as far as readers of the site get it."""

from django import template
from django.contrib.sites.shortcuts import get_current_site
from django.utils.html import format_html
from djangocms_alias.templatetags.djangocms_alias_tags import render_alias

from pages.nested_blocks import TOO_MANY, showing
from pages.showing import is_given_to
from publication.preview import is_preview

register = template.Library()


@register.simple_tag(takes_context=True)
def shared_block(context, instance):
    """Nothing of a block of another site, whoever put it there; nor of one in itself, or one too many."""
    request = context["request"]
    with showing(request, instance.alias_id) as shown:
        if shown:
            given = is_given_to(instance.alias, get_current_site(request))
            return render_alias(context, instance.alias) if given else ""
    return format_html("<p>{}</p>", TOO_MANY) if is_preview(request) else ""
