"""What sort each body is. Their class in the open data follows from it (W3C ORG)."""

from organisations.models import Classification, OrganizationContent

COLLABORATION = Classification.OrgClass.COLLABORATION
SORTS = {
    "overlegtafel": ("overlegtafel", "Werkgevers, werknemers en lokale besturen overleggen er.", COLLABORATION),
    "paritaire-raad": ("paritaire raad", "Er zetelen evenveel werkgevers als werknemers.", ""),
}
BODIES = {"resoc-limburg": "overlegtafel", "serr-limburg": "paritaire-raad"}


def load(loader):
    sorts = {}
    for position, (slug, (label, definition, org_class)) in enumerate(SORTS.items()):
        defaults = {"label": label, "definition": definition, "org_class": org_class, "position": position}
        sorts[slug], _ = Classification.objects.get_or_create(slug=slug, defaults=defaults)
    for body, sort in BODIES.items():
        contents = OrganizationContent.everything.filter(organization=loader.bodies[body])
        contents.update(classification=sorts[sort])
