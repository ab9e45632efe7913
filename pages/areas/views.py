from django.contrib.sites.shortcuts import get_current_site
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from organisations.areas import areas_with_a_page
from organisations.models import Area

from .overview import Overview
from .portrait import Portrait
from .search import AreaSearchForm, find


def area_list(request):
    """All municipalities, and with `?naam=` those with that name; the answer to a bad name is the page with 400."""
    site = get_current_site(request)
    form = AreaSearchForm(request.GET if "naam" in request.GET else None)
    refused = form.is_bound and not form.is_valid()
    context = {
        "overview": Overview(site, timezone.localdate()),
        "form": form,
        "found": find(form.cleaned_data["naam"], site) if form.is_bound and not refused else None,
        "breadcrumbs": [(_("Municipalities"), reverse("areas:list"))],
    }
    return TemplateResponse(request, "areas/list.html", context, status=400 if refused else 200)


def municipality(request, slug):
    return area_page(request, slug, Area.Kind.MUNICIPALITY, "areas/municipality.html")


def sub_region(request, slug):
    return area_page(request, slug, Area.Kind.SUB_REGION, "areas/sub_region.html")


def area_page(request, slug, kind, template):
    site = get_current_site(request)
    area = get_object_or_404(areas_with_a_page(site).filter(kind=kind), slug=slug)
    return TemplateResponse(
        request,
        template,
        {
            "portrait": Portrait(area, site, timezone.localdate()),
            "area": area,
            "breadcrumbs": [(_("Municipalities"), reverse("areas:list")), (area.name, area.get_absolute_url())],
        },
    )
