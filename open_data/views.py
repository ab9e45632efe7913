from django.contrib.sites.shortcuts import get_current_site
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from organisations.models import Organization

from . import catalogue, vocabulary
from .answers import data_answer
from .areas import AreaRegister
from .body_table import FACTS
from .concepts import SCHEMES
from .files import file_bytes, organization_bytes
from .formats import ALL
from .list_tables import AREAS, TERMS
from .project_table import PROJECTS
from .register_tables import BODIES, MEMBERSHIPS, RELATIONS

LISTS = {scheme.slug: scheme for scheme in (*SCHEMES.values(), *vocabulary.SCHEMES)}
COLUMNS = (
    (gettext_lazy("Organisations"), "organisaties.csv", BODIES),
    (gettext_lazy("Who sits at the table"), "lidmaatschappen.csv", MEMBERSHIPS),
    (gettext_lazy("How they hang together"), "relaties.csv", RELATIONS),
    (gettext_lazy("One organisation"), "organisaties/….csv", FACTS),
    (gettext_lazy("Municipalities and areas"), "gemeenten.csv", AREAS),
    (gettext_lazy("Projects"), "projecten.csv", PROJECTS),
    (gettext_lazy("Terms"), "begrippen.csv", TERMS),
)


def index(request):
    site = get_current_site(request)
    datasets = [(dataset, dataset.modified(site)) for dataset in catalogue.DATASETS]
    return TemplateResponse(
        request,
        "open_data/index.html",
        {
            "datasets": datasets,
            "licence": catalogue.Publisher.of(site).licence,
            "tables": COLUMNS,
            "catalogue_files": catalogue.CATALOGUE_FILES,
            "shapes": catalogue.SHAPES,
            "breadcrumbs": crumbs(),
        },
    )


def crumbs(*further):
    return [(_("Open data"), reverse("data:index")), *further]


def term_lists(request):
    here = (_("Terms"), reverse("data:term-lists"))
    context = {"schemes": LISTS.values(), "breadcrumbs": crumbs(here)}
    return TemplateResponse(request, "open_data/term_lists.html", context)


def terms(request, slug):
    """The page to which the addresses of the terms of one list lead."""
    scheme = LISTS.get(slug)
    if not scheme:
        raise Http404("no such list of terms")
    here = (scheme.title, reverse("data:terms", args=(slug,)))
    trail = crumbs((_("Terms"), reverse("data:term-lists")), here)
    concepts = list(scheme.concepts())
    context = {
        "scheme": scheme,
        "concepts": concepts,
        "explained": any(concept.definition for concept in concepts),
        "breadcrumbs": trail,
    }
    return TemplateResponse(request, "open_data/terms.html", context)


def areas(request):
    """The page to which the addresses of municipalities and other areas lead."""
    register = AreaRegister(get_current_site(request))
    rows = [(area, register.wholes[area.pk], register.before[area.pk]) for area in register.areas]
    trail = crumbs((_("Municipalities and areas"), reverse("data:areas")))
    return TemplateResponse(request, "open_data/areas.html", {"areas": rows, "breadcrumbs": trail})


def data_file(request, name, extension):
    form = ALL.get(extension)
    data = form and file_bytes(get_current_site(request), name, form)
    if data is None:
        raise Http404("no such data")
    return data_answer(request, data, form, name)


def organization_file(request, slug, extension):
    form, site = ALL.get(extension), get_current_site(request)
    if not form:
        raise Http404("no such format")
    organization = get_object_or_404(Organization.objects.published(site), slug=slug)
    return data_answer(request, organization_bytes(site, organization, form), form, slug)
