"""Join rooms on one page: a body knows no news, its page shows it."""

from django import template
from django.contrib.sites.shortcuts import get_current_site

from documents.views import published_documents
from news.views import published_news

register = template.Library()

SHOWN = 5


@register.simple_tag(takes_context=True)
def news_of(context, organization):
    """The newest published news about a body."""
    return published_news(get_current_site(context["request"])).filter(organisations=organization)[:SHOWN]


@register.simple_tag(takes_context=True)
def documents_of(context, organization):
    """The newest published documents of a body."""
    return published_documents(get_current_site(context["request"])).filter(organisations=organization)[:SHOWN]
