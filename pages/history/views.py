from django.contrib.sites.shortcuts import get_current_site
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from .timeline import Timeline


def timeline(request, kind=None):
    return TemplateResponse(
        request,
        "history/timeline.html",
        {
            "listing": Timeline(get_current_site(request), kind),
            "breadcrumbs": [(_("History"), reverse("history:timeline"))],
        },
    )
