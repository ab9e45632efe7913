"""The diagram shows what is public and holds today, and leaves every word its own place."""

import random
import re
from itertools import combinations

import pytest
from django.contrib.sites.models import Site

from organisations.diagram import narrow, wide
from organisations.diagram.drawing import text_width, wrapped
from organisations.diagram.graph import Edge, Graph, Node, graph_of
from organisations.models import Relation, RelationType
from tests.factories import BodyMembershipFactory, OrganizationContentFactory

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


def drawn():
    graph = graph_of(Site.objects.get_current())
    names = {node.key: node.label for node in graph.nodes}
    return {(names[edge.source], edge.label, names[edge.target]) for edge in graph.edges}


def test_relations_and_seats_between_public_bodies_are_drawn(bodies):
    one, two, three = bodies
    relate(one, two, start="2004")
    BodyMembershipFactory(body=two, member=three)
    assert drawn() == {("Een", "ondersteunt", "Twee"), ("Drie", "zetelt in", "Twee")}


def test_what_is_over_or_not_public_is_not_drawn(bodies):
    one, two, _ = bodies
    relate(one, two, end="2019")
    relate(one, OrganizationContentFactory(name="Ontwerp").organization)
    elsewhere = OrganizationContentFactory(name="Elders", state="published", organization__sites=[])
    relate(elsewhere.organization, one)
    assert drawn() == set()


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
    graph = graph_of(Site.objects.get_current()).around(one.pk)
    assert {node.label for node in graph.nodes} == {"Een", "Twee"}
    assert len(graph.edges) == 1
