"""After an erasure no export holds the name: files, tables and feeds for readers, and what staff take with them."""

import pytest
from django.urls import reverse

from organisations.models import Relation, RelationType
from tests.factories import (
    AreaFactory,
    DocumentContentFactory,
    MilestoneFactory,
    NewsContentFactory,
    OrganizationContentFactory,
    PersonFactory,
    PersonMembershipFactory,
    PressContactFactory,
    PressFactFactory,
    ProjectContentFactory,
    ThemeFactory,
    bring_to,
)
from tests.public_addresses import DATA, addresses
from tests.staff.routes import staff_routes

from .test_erasing_a_name import NAME, NEEDLE, SLUG, erase

pytestmark = pytest.mark.django_db(transaction=True)

FEEDS = ("/nieuws/feed/", "/pers/feed/")
# Tells of the files alone.
CATALOGUE = {"/data/catalogus.ttl", "/data/catalogus.jsonld"}


@pytest.fixture
def named(keeper):
    """Public, with the name in what exports take of it."""
    body = OrganizationContentFactory(
        organization__slug=f"kring-{SLUG}", name=f"Kring {NAME}", full_name=f"Kring van {NAME}", state="published"
    ).organization
    kind = RelationType.objects.create(slug=f"zoals-{SLUG}", name=f"werkt als {NAME}")
    Relation.objects.create(subject=body, type=kind, object=OrganizationContentFactory(state="published").organization)
    PersonMembershipFactory(body=body, person=PersonFactory(name=NAME), function=f"opvolger van {NAME}", source=NAME)
    MilestoneFactory(title=f"Begin van {NAME}", organisations=[body])
    PressFactFactory(organization=body)
    PressContactFactory(name=NAME)
    theme, area = ThemeFactory(label=f"prijs {NAME}", slug=f"prijs-{SLUG}"), AreaFactory(name=f"Wijk {NAME}")
    project = ProjectContentFactory(project__slug=f"plan-{SLUG}", title=f"Plan {NAME}", full_name=f"Het plan {NAME}")
    document = DocumentContentFactory(document__slug=f"advies-{SLUG}", title=f"Advies {NAME}")
    item = NewsContentFactory(
        kind="press_release", news_item__slug=f"{SLUG}-benoemd", title=f"{NAME} benoemd", lead=f"Dag {NAME}"
    )
    item.quotations.create(text=f"Dag {NAME}", speaker=NAME, organization=body)
    project.themes.add(theme)
    project.areas.add(area)
    for content in (project, document, item):
        bring_to("published", content.versions.get())


def exports_of_staff():
    return [reverse(route.name) for route in staff_routes() if route.name.endswith("_export")]


def exports():
    return [*sorted(set(addresses())), *exports_of_staff()]


def bytes_of(client, path):
    answer = client.get(path)
    return b"".join(answer) if answer.status_code == 200 else b""


def naming(client, paths):
    return {path for path in paths if NEEDLE.encode() in bytes_of(client, path).lower()}


def test_no_export_and_no_page_holds_a_name_that_was_erased(client, named):
    before = naming(client, exports())
    files = {f"/data/{name}" for name in DATA}
    assert before >= {*FEEDS, *exports_of_staff(), "/sitemap.xml"}
    assert files - before == CATALOGUE

    assert erase(client).status_code == 302

    paths = exports()
    assert [path for path in paths if NEEDLE in path] == []
    assert naming(client, paths) == set()
    assert {path: client.get(path).status_code for path in (*FEEDS, *files)} == dict.fromkeys((*FEEDS, *files), 200)
