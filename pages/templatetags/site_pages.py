"""What every page says of its place in the site."""

from cms.models import PageContent, PageUrl
from django import template
from django.contrib.sites.shortcuts import get_current_site
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from djangocms_versioning.constants import PUBLISHED

from organisations.models import Area
from projects.views import published_projects
from regions.icons import icon_address

register = template.Library()

SECTIONS = {
    "organisations:list": _("Organisations"),
    "areas:list": _("Municipalities"),
    "projects:list": _("Projects"),
    "news:list": _("News"),
    "documents:list": _("Documents"),
}
# Pages that the law or good manners ask for on every page; they are ordinary pages of the CMS.
DUTIES = ("contact", "toegankelijkheid", "privacy")


@register.simple_tag(takes_context=True)
def icon(context, name):
    """Address of an icon in the accent of this site."""
    return icon_address(name, context.get("region"))


@register.simple_tag(takes_context=True)
def sections(context):
    """Title, path and `aria-current` (or nothing) of each section that has something on this site. Two queries."""
    request = context["request"]
    site = get_current_site(request)
    present = {"areas:list": Area.objects.filter(sites=site), "projects:list": published_projects(site)}
    names = [name for name in SECTIONS if name not in present or present[name].exists()]
    return [(SECTIONS[name], reverse(name), standing(request.path, reverse(name))) for name in names]


def standing(path, section):
    """What `aria-current` says in the menu: "page" for the section itself, "true" for what stands in it."""
    return ("page" if path == section else "true") if path.startswith(section) else ""


@register.simple_tag(takes_context=True)
def duty_pages(context):
    """Menu title and path of each duty page that is published on this site, in a fixed order. One query."""
    site = get_current_site(context["request"])
    rows = PageContent._original_manager.filter(
        page__site=site, page__urls__path__in=DUTIES, versions__state=PUBLISHED
    ).values_list("page__urls__path", "menu_title", "title")
    found = {path: menu_title or title for path, menu_title, title in rows}
    return [(found[path], f"/{path}/") for path in DUTIES if path in found]


@register.simple_tag(takes_context=True)
def menu_pages(context):
    """Title, path and whether it is the present one, of each top page that editors put in the menu. One query."""
    request = context["request"]
    urls = PageUrl.objects.filter(
        page__site=get_current_site(request),
        page__parent__isnull=True,
        page__is_home=False,
        path__isnull=False,
        page__pagecontent_set__in_navigation=True,
        page__pagecontent_set__versions__state=PUBLISHED,
    ).order_by("page__path")
    rows = urls.values_list("path", "page__pagecontent_set__menu_title", "page__pagecontent_set__title")
    return [(menu_title or title, f"/{path}/", request.path == f"/{path}/") for path, menu_title, title in rows]


@register.simple_tag(takes_context=True)
def trail(context):
    """Titles and paths from below the home page to this one, of a view that names them or of a CMS page."""
    if "breadcrumbs" in context:
        return context["breadcrumbs"]
    request = context["request"]
    page = getattr(request, "current_page", None)
    if not page or page.is_home:
        return []
    line = [*page.get_ancestor_pages(), page]
    # A page that was never published has no address yet; its preview has.
    return [(p.get_menu_title(fallback=True), p.get_absolute_url() or request.path) for p in line if not p.is_home]
