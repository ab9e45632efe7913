"""A theme joins the rooms: its bodies, projects, news and documents, and whom to ask about it."""

from collections import Counter

from django.contrib.sites.shortcuts import get_current_site
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from documents.views import published_documents
from news.views import published_news
from organisations.models import ContactPoint, Theme
from organisations.relations import published_bodies
from projects.views import published_projects

ROOMS = {
    "bodies": published_bodies,
    "projects": published_projects,
    "news": published_news,
    "documents": published_documents,
}


def theme_list(request):
    site = get_current_site(request)
    counts = {room: number_by_theme(published(site)) for room, published in ROOMS.items()}
    themes = [(theme, {room: counts[room][theme.pk] for room in ROOMS}) for theme in Theme.objects.all()]
    return TemplateResponse(
        request,
        "themes/list.html",
        {
            "used": [(theme, numbers) for theme, numbers in themes if any(numbers.values())],
            "unused": [theme for theme, numbers in themes if not any(numbers.values())],
            "breadcrumbs": [(_("Themes"), request.path)],
        },
    )


def number_by_theme(contents):
    """How many of `contents` are about each theme: a Counter by the key of the theme. One query."""
    return Counter(contents.order_by().filter(themes__isnull=False).values_list("themes", flat=True))


def themes_in_use(site):
    """The themes that something public on `site` is about."""
    used = {pk for published in ROOMS.values() for pk in number_by_theme(published(site))}
    return Theme.objects.filter(pk__in=used)


def theme_detail(request, slug):
    theme = get_object_or_404(Theme, slug=slug)
    site = get_current_site(request)
    return TemplateResponse(
        request,
        "themes/detail.html",
        {
            "theme": theme,
            "contact_points": contact_points(theme, site),
            **{room: published(site).filter(themes=theme) for room, published in ROOMS.items()},
            "breadcrumbs": [(_("Themes"), reverse("themes:list")), (capfirst(theme.label), request.path)],
        },
    )


def contact_points(theme, site):
    """Whom the public bodies of `site` name for this theme."""
    return ContactPoint.objects.filter(theme=theme, content__in=published_bodies(site)).select_related("content")
