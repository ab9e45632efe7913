"""Join rooms on one page: a body knows no news, its page shows it."""

from django import template
from django.contrib.sites.shortcuts import get_current_site

from documents.views import published_documents
from news.views import published_news
from projects.views import published_projects

register = template.Library()

SHOWN = 5


@register.simple_tag(takes_context=True)
def news_of(context, organization):
    """The newest published news about a body."""
    return published_news(get_current_site(context["request"])).filter(organisations=organization)[:SHOWN]


@register.simple_tag(takes_context=True)
def news_of_project(context, project):
    """The newest published news about a project."""
    return published_news(get_current_site(context["request"])).filter(projects=project)[:SHOWN]


@register.simple_tag(takes_context=True)
def projects_of(context, organization):
    """The published projects that a body takes part in."""
    projects = published_projects(get_current_site(context["request"]))
    return projects.filter(partners__organization=organization).distinct()


@register.simple_tag
def themes_of(content):
    """The themes of any content, in their order."""
    return content.themes.all()


@register.simple_tag(takes_context=True)
def documents_of(context, organization):
    """The newest published documents of a body."""
    return published_documents(get_current_site(context["request"])).filter(organisations=organization)[:SHOWN]
