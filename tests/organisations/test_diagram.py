"""The diagram shows what is public and holds today, and leaves every word its own place."""

import random
import re
from itertools import combinations

import pytest
from django.contrib.contenttypes.models import ContentType
from django.contrib.sites.models import Site
from django.db import connection
from django.test.utils import CaptureQueriesContext
from djangocms_versioning.models import Version

from organisations.diagram import narrow, wide
from organisations.diagram.drawing import NoRoom, text_width, wrapped
from organisations.diagram.graph import Edge, Graph, Node, graph_around, graph_of
from organisations.models import Organization, OrganizationContent, Relation, RelationType
from organisations.templatetags.diagrams import drawn
from tests.factories import BodyMembershipFactory, OrganizationContentFactory, author

NAMES = ("Voka", "RESOC Limburg", "Themawerkgroep Zorg en welzijn", "Burgemeestersoverleg Oost-Brabant")
WORDS = ("ondersteunt", "is juridisch vehikel voor", "is werkgroep van", "werkt geïntegreerd met")


def tangle(nodes, edges, seed):
    """A graph of so many nodes and edges, circles and long ways included; the same for the same `seed`."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    found = set()
    while len(found) < edges:
        source, target = chance.sample(range(nodes), 2)
        found.add(Edge(source, target, chance.choice(WORDS)))
    bodies = tuple(Node(key, f"{NAMES[key % len(NAMES)]} {key}", "organ") for key in range(nodes))
    return Graph(bodies, tuple(sorted(found, key=lambda edge: (edge.source, edge.target, edge.label))))


@pytest.mark.parametrize("draw", [wide.draw, narrow.draw])
@pytest.mark.parametrize(("nodes", "edges"), [(3, 2), (4, 4), (14, 14), (20, 20), (20, 30)])
@pytest.mark.parametrize("seed", range(6))
def test_no_label_lies_over_another_or_leaves_the_frame(draw, nodes, edges, seed):
    drawing = draw(tangle(nodes, edges, seed))
    frames = [text.frame for text in (*drawing.boxes, *drawing.labels)]
    assert len(drawing.boxes) == nodes
    assert not [pair for pair in combinations(frames, 2) if pair[0].overlaps(pair[1])]
    for frame in frames:
        assert frame.x >= 0 and frame.right <= drawing.width
        assert frame.y >= 0 and frame.bottom <= drawing.height
    for text in (*drawing.boxes, *drawing.labels):
        assert max(text_width(line, text.size) for line in text.lines) <= text.frame.width


def test_the_narrow_drawing_fits_the_narrowest_screen():
    assert narrow.draw(tangle(20, 30, 1)).width == 320


def test_a_word_longer_than_its_line_is_broken():
    lines = wrapped("Meerjarenplanningsoverleg van Halle-Vilvoorde", 90, 15)
    assert all(text_width(line, 15) <= 90 for line in lines)
    assert re.sub("[- ]", "", "".join(lines)) == "MeerjarenplanningsoverlegvanHalleVilvoorde"


@pytest.fixture
def bodies(db):
    return [OrganizationContentFactory(name=name, state="published").organization for name in ("Een", "Twee", "Drie")]


def relate(subject, other, slug="ondersteunt", **fields):
    Relation.objects.create(subject=subject, type=RelationType.objects.get(slug=slug), object=other, **fields)


def holding_edges():
    graph = graph_of(Site.objects.get_current())
    names = {node.key: node.label for node in graph.nodes}
    return {(names[edge.source], edge.label, names[edge.target]) for edge in graph.edges}


def test_relations_and_seats_between_public_bodies_are_drawn(bodies):
    one, two, three = bodies
    relate(one, two, start="2004")
    BodyMembershipFactory(body=two, member=three)
    assert holding_edges() == {("Een", "ondersteunt", "Twee"), ("Drie", "zetelt in", "Twee")}


def test_what_is_over_or_not_public_is_not_drawn(bodies):
    one, two, _ = bodies
    relate(one, two, end="2019")
    relate(one, OrganizationContentFactory(name="Ontwerp").organization)
    elsewhere = OrganizationContentFactory(name="Elders", state="published", organization__sites=[])
    relate(elsewhere.organization, one)
    assert holding_edges() == set()


def test_the_picture_is_one_image_without_tab_stops_and_its_words_carry_the_links(client, bodies):
    one, two, three = bodies
    relate(one, two)
    relate(one, three)
    html = client.get("/organisaties/").content.decode()
    start = html.index('<svg class="diagram__drawing')
    drawing = html[start : html.index("</svg>", start)]
    assert 'role="img"' in drawing and "aria-label=" in drawing
    assert "<a" not in drawing and "tabindex" not in drawing and "style=" not in drawing
    for body in (two, three):
        assert re.search(rf'Een</a> ondersteunt .*<a href="{body.get_absolute_url()}">', html)


def test_a_body_without_relations_has_no_diagram(client, bodies):
    assert "diagram__drawing" not in client.get("/organisaties/").content.decode()
    assert "diagram__drawing" not in client.get(bodies[0].get_absolute_url()).content.decode()


def test_the_neighbourhood_of_a_body_leaves_out_what_is_further_away(client, bodies):
    one, two, three = bodies
    relate(one, two)
    relate(two, three)
    graph = graph_around(Site.objects.get_current(), one.pk)
    assert {node.label for node in graph.nodes} == {"Een", "Twee"}
    assert len(graph.edges) == 1


@pytest.fixture
def hub(db):
    """A body with a page and nothing else."""
    return OrganizationContentFactory(name="Spil", state="published").organization


def crowd(hub, count):
    """So many public bodies that support `hub`, put in by the row: by the form they would take minutes."""
    site, writer = Site.objects.get_current(), author()
    start = Organization.objects.count()
    bodies = Organization.objects.bulk_create(Organization(slug=f"menigte-{start + n}") for n in range(count))
    Organization.sites.through.objects.bulk_create(
        Organization.sites.through(organization=body, site=site) for body in bodies
    )
    contents = OrganizationContent.everything.bulk_create(
        OrganizationContent(organization=body, name=f"Lid {body.slug}", summary="Een voorbeeld.") for body in bodies
    )
    content_type = ContentType.objects.get_for_model(OrganizationContent)
    Version.objects.bulk_create(
        Version(content_type=content_type, object_id=content.pk, number="1", state="published", created_by=writer)
        for content in contents
    )
    supports = RelationType.objects.get(slug="ondersteunt")
    Relation.objects.bulk_create(Relation(subject=body, type=supports, object=hub) for body in bodies)
    return bodies


def queries(client, path):
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(path)
    assert response.status_code == 200
    return len(captured), response.content.decode()


def test_what_is_too_much_for_a_picture_stands_in_words_alone(client, hub):
    few = crowd(hub, 30)
    paths = ("/organisaties/", hub.get_absolute_url())
    assert all("diagram__drawing" in client.get(path).content.decode() for path in paths)
    counts = [queries(client, path)[0] for path in paths]
    last = crowd(hub, 300)[-1]

    for path, count in zip(paths, counts, strict=True):
        now, html = queries(client, path)
        assert now == count, path
        assert "diagram__drawing" not in html
        assert "te veel verbanden voor een duidelijk schema" in html
        assert f"Lid {few[0].slug}" in html and f"Lid {last.slug}" in html


def test_a_graph_that_leaves_no_room_is_not_drawn():
    bodies = (Node(1, "Een", "organ"), Node(2, "Twee", "organ"))
    wordy = Graph(bodies, (Edge(1, 2, "werkt samen met " * 200),))
    with pytest.raises(NoRoom):
        wide.draw(wordy)
    assert drawn(wide, wordy) is None


@pytest.mark.parametrize("shape", [narrow, wide])
def test_a_graph_of_too_many_bodies_or_links_is_not_drawn(shape):
    assert len(drawn(shape, tangle(20, 30, 1)).boxes) == 20
    assert drawn(shape, tangle(41, 41, 1)) is None
    assert drawn(shape, tangle(20, 61, 1)) is None


def test_a_body_with_one_neighbour_among_hundreds_loads_that_one_alone(hub):
    site = Site.objects.get_current()
    one = crowd(hub, 300)[0]

    assert [node.label for node in graph_around(site, one.pk).nodes] == [f"Lid {one.slug}", "Spil"]
