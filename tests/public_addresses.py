"""Every public address of the resolver, with what its parameters can name."""

from cms.models import PageUrl

from documents.models import Document
from news.models import NewsItem
from open_data.files import GRAPH_FILES, TABLE_FILES
from open_data.views import LISTS
from organisations.models import Area, Organization, Theme
from projects.models import Project
from tests.staff.routes import PARAMETER, STAFF, every_route

DATA = {f"{name}.csv" for name in TABLE_FILES} | {f"{name}.{end}" for name in GRAPH_FILES for end in ("ttl", "jsonld")}
# One file, or the link of one reader: these hang on no number of rows.
OF_ONE = ("beelden/", "embargo/", "-bladzijde/", "/v<int:number>", "<slug:slug>/<slug:name>.<slug:ext", "persmap.zip")
LISTS_OF_BODIES = ("news:list", "documents:list")
# What a slug names, by the first part of an address.
NAMED = {
    "documenten": Document,
    "gemeenten": Area,
    "nieuws": NewsItem,
    "organisaties": Organization,
    "projecten": Project,
    "themas": Theme,
}


def addresses(slug=""):
    """Those that no file and no single reader has for itself: of whatever is called `slug`, or of all that there is."""
    for route in every_route():
        if not route.pattern.startswith(STAFF) and not any(part in route.pattern for part in OF_ONE):
            for name in [slug] if slug else slugs(route):
                yield from of_route(route, name)


def slugs(route):
    """At least one, so that a list of nothing is among the addresses."""
    if route.name == "pages-details-by-slug":
        return PageUrl.objects.exclude(path="").values_list("path", flat=True)
    model = Organization if route.name in LISTS_OF_BODIES else NAMED.get(route.pattern.partition("/")[0])
    stored = list(model._base_manager.values_list("slug", flat=True)) if model else []
    return stored or ["niets"]


def of_route(route, slug):
    if route.name == "data:file":
        yield from (f"/data/{name}" for name in sorted(DATA))
    elif route.name == "data:terms":
        yield from (f"/data/begrippen/{name}/" for name in sorted(LISTS))
    elif route.name == "organisation-data":
        yield from (f"/organisaties/{slug}.{end}" for end in ("csv", "ttl", "jsonld"))
    elif route.name in LISTS_OF_BODIES:
        prefix = "/" + route.pattern.partition("/")[0] + "/"
        yield from (prefix, f"{prefix}organisatie/{slug}/")
    elif route.name == "pages-details-by-slug":
        yield f"/{slug}/"
    elif "page>" not in route.pattern and "kind>" not in route.pattern and route.name != "areas:sub-region":
        yield "/" + PARAMETER.sub(slug, route.pattern)
