"""The diagram of a site, and that of one body with what is next to it."""

from dataclasses import dataclass

from django import template
from django.contrib.sites.shortcuts import get_current_site

from organisations.diagram import narrow, wide
from organisations.diagram.drawing import Drawing
from organisations.diagram.graph import Graph, graph_among, graph_of

register = template.Library()
register.simple_tag(graph_among)

# What is wider than this would be shown in letters too small to read: the narrow drawing serves every screen then.
WIDEST = 1240


@dataclass(frozen=True)
class Diagram:
    graph: Graph
    narrow: Drawing
    wide: Drawing | None = None


@register.simple_tag(takes_context=True)
def site_diagram(context):
    """The Diagram of all bodies that hang together, or None where none do."""
    graph = graph_of(get_current_site(context["request"]))
    if not graph.edges:
        return None
    drawing = wide.draw(graph)
    return Diagram(graph, narrow.draw(graph), drawing if drawing.width <= WIDEST else None)


@register.simple_tag(takes_context=True)
def neighbourhood(context, organization):
    """The small Diagram of a body and its neighbours, or None where it has none."""
    graph = graph_of(get_current_site(context["request"])).around(organization.pk)
    return Diagram(graph, narrow.draw(graph)) if graph.edges else None
