from django.contrib.sites.shortcuts import get_current_site
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from publication.sources import common_source

from .as_of import DayForm
from .composition import composition
from .models import OrganizationContent
from .relations import published_bodies, readings


def organization_list(request):
    bodies = published_bodies(get_current_site(request))
    return TemplateResponse(
        request,
        "organisations/list.html",
        {"bodies": bodies, "breadcrumbs": [(_("Organisations"), request.path)]},
    )


def organization_detail(request, slug):
    contents = OrganizationContent.everything.published(get_current_site(request))
    contents = contents.select_related("organization", "classification")
    return render_organization(request, get_object_or_404(contents, organization__slug=slug))


def render_organization(request, content):
    """The page of a body: for readers its published version, for staff the draft that they preview."""
    request.toolbar.set_object(content)
    site, asked = get_current_site(request), DayForm(request.GET)
    day = asked.day or timezone.localdate()
    relations = readings(content.organization, site)
    context = {
        "content": content,
        "readings": relations,
        "common_source": common_source(reading.source for reading in relations),
        "composition": composition(content.organization, site, day),
        "asked": asked,
        "day": day,
        "day_is_to_come": day > timezone.localdate(),
        "breadcrumbs": [
            (_("Organisations"), reverse("organisations:list")),
            (content.name, content.get_absolute_url()),
        ],
    }
    status = 200 if asked.is_valid() else 400
    return TemplateResponse(request, "organisations/detail.html", context, status=status)
