"""Graphs as bytes: the same graph gives the same bytes in every process, so that its ETag holds."""

import json

from rdflib.plugins.serializers.jsonld import from_rdf

from .formats import TURTLE


def serialized(graph, form):
    return _turtle(graph) if form is TURTLE else _json_ld(graph)


def _turtle(graph):
    return graph.serialize(format="turtle", encoding="utf-8")


def _json_ld(graph):
    """The context stands in the answer itself: a program need not ask another host for it."""
    context = {prefix: str(namespace) for prefix, namespace in graph.namespaces()}
    data = from_rdf(graph, context_data=context)
    data["@graph"] = sorted((_in_order(node) for node in data.get("@graph", [])), key=lambda node: node["@id"])
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True).encode()


def _in_order(value):
    """Values of a property have no order of their own."""
    if isinstance(value, dict):
        return {key: _in_order(item) for key, item in value.items()}
    if isinstance(value, list):
        return sorted((_in_order(item) for item in value), key=lambda item: json.dumps(item, sort_keys=True))
    return value
