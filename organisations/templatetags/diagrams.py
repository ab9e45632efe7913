"""The diagram of a site, and that of one body with what is next to it."""

from dataclasses import dataclass

from django import template
from django.contrib.sites.shortcuts import get_current_site

from organisations.diagram import narrow, wide
from organisations.diagram.drawing import Drawing, NoRoom
from organisations.diagram.graph import Graph, graph_among, graph_around, graph_of

register = template.Library()
register.simple_tag(graph_among)

# What is wider than this would be shown in letters too small to read: the narrow drawing serves every screen then.
WIDEST = 1240
# A picture of more is a tangle that nobody reads, and takes longer to lay out than a reader waits.
MOST_NODES, MOST_EDGES = 40, 60


@dataclass(frozen=True)
class Diagram:
    """A graph, and its drawings where it is small enough to be drawn."""

    graph: Graph
    narrow: Drawing | None = None
    wide: Drawing | None = None


@register.simple_tag(takes_context=True)
def site_diagram(context):
    """The Diagram of all bodies that hang together, or None where none do."""
    graph = graph_of(get_current_site(context["request"]))
    if not graph.edges:
        return None
    drawing = drawn(wide, graph)
    return Diagram(graph, drawn(narrow, graph), drawing if drawing and drawing.width <= WIDEST else None)


@register.simple_tag(takes_context=True)
def neighbourhood(context, organization):
    """The small Diagram of a body and its neighbours, or None where it has none."""
    graph = graph_around(get_current_site(context["request"]), organization.pk)
    return Diagram(graph, drawn(narrow, graph)) if graph.edges else None


def drawn(shape, graph):
    """The Drawing of `graph` that the module `shape` makes; None where it would be too full to read."""
    if len(graph.nodes) > MOST_NODES or len(graph.edges) > MOST_EDGES:
        return None
    try:
        return shape.draw(graph)
    except NoRoom:
        return None
