from django.contrib.sites.shortcuts import get_current_site
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from documents.views import published_documents
from organisations.models import Area
from organisations.names import names_of

from .models import ProjectContent, ProjectParticipation


def published_projects(site, at=None):
    """The published projects of `site`, the latest start first, with what a list shows of them."""
    contents = ProjectContent.everything.published(site, at).select_related("project").prefetch_related("phases")
    return contents.order_by("-start", "title")


def project_list(request):
    return TemplateResponse(
        request,
        "projects/list.html",
        {
            "projects": published_projects(get_current_site(request)),
            "breadcrumbs": [(_("Projects"), request.path)],
        },
    )


def project_detail(request, slug):
    contents = published_projects(get_current_site(request))
    return render_project(request, get_object_or_404(contents, project__slug=slug))


def render_project(request, content):
    """The page of a project: for readers its published version, for staff the draft that they preview."""
    request.toolbar.set_object(content)
    site = get_current_site(request)
    return TemplateResponse(
        request,
        "projects/detail.html",
        {
            "content": content,
            "partners": partners(content, site),
            "participations": participations(content, site),
            "documents": published_documents(site).filter(document__in=content.documents.all()),
            "breadcrumbs": [(_("Projects"), reverse("projects:list")), (content.title, content.get_absolute_url())],
        },
    )


def partners(content, site):
    """(name, address or None, role) of each body in the project that is published anywhere."""
    rows = list(content.partners.all())
    names = names_of([row.organization_id for row in rows], site)
    return [(*names[row.organization_id], row.role) for row in rows if row.organization_id in names]


def participations(content, site):
    """The areas that are known to take part and that belong to `site`, in the order of their names."""
    rows = ProjectParticipation.objects.filter(content=content, area__in=Area.objects.filter(sites=site))
    return rows.select_related("area").order_by("area__name")
