"""What the diagram shows: bodies that are public on a site, and what holds between them."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext

from organisations.models import Known, Membership, Relation
from organisations.relations import published_bodies


@dataclass(frozen=True)
class Node:
    key: int
    label: str
    kind: str
    url: str = ""


@dataclass(frozen=True)
class Edge:
    """`source` and `target` are keys of nodes; what holds `both_ways` has an arrow at each end."""

    source: int
    target: int
    label: str
    both_ways: bool = False


@dataclass(frozen=True)
class Graph:
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def labels(self):
        """The sorts of edges, in the order of the alphabet: their numbers in the legend count from one."""
        return sorted({edge.label for edge in self.edges})

    @property
    def kinds(self):
        """Those of the bodies: the legend explains no sign that is not there."""
        return {node.kind for node in self.nodes}

    @property
    def sentences(self):
        """The same in words: (node, what it does, the nodes it does that to), in the order of the nodes."""
        nodes = {node.key: node for node in self.nodes}
        order = {key: number for number, key in enumerate(nodes)}
        grouped = {}
        for edge in self.edges:
            grouped.setdefault((edge.source, edge.label), []).append(nodes[edge.target])
        rows = sorted(grouped.items(), key=lambda row: (order[row[0][0]], row[0][1]))
        return [(nodes[key], label, targets) for (key, label), targets in rows]


def ends(edge):
    return {edge.source, edge.target}


def graph_of(site):
    """The bodies of `site` that hang together today, as a Graph. Three queries."""
    return graph_among(published_bodies(site))


def graph_around(site, key):
    """The body `key`, its neighbours on `site`, and what holds between all of them, as a Graph. Five queries."""
    near = {key, *neighbours_of(key)}
    graph = graph_among(published_bodies(site).filter(organization__in=near))
    return Graph(tuple(sorted(graph.nodes, key=lambda node: node.key != key)), graph.edges)


def neighbours_of(key):
    """The keys of the bodies that hold together with the body `key` today, public or not."""
    related = Relation.objects.filter(Q(subject=key) | Q(object=key))
    seated = Membership.objects.filter(Q(member=key, body__isnull=False) | Q(body=key, member__isnull=False))
    for relation in holding(related):
        yield from {relation.subject_id, relation.object_id}
    for membership in holding(seated):
        yield from {membership.member_id, membership.body_id}


def graph_among(bodies):
    """Those of `bodies`, published contents, that hang together today, as a Graph. Two queries besides theirs."""
    contents = {content.organization_id: content for content in bodies}
    edges = tuple(dict.fromkeys([*relations_between(contents), *memberships_between(contents)]))
    joined = set().union(*map(ends, edges))
    nodes = tuple(
        Node(key, content.name, content.kind, content.get_absolute_url())
        for key, content in contents.items()
        if key in joined
    )
    return Graph(nodes, edges)


def holding(records):
    """Those of `records` that may hold today: what was known once shows until something says that it ended."""
    today = timezone.localdate()
    return [record for record in records.on(today) if record.known_about(today) is not Known.NO]


def relations_between(keys):
    found = Relation.objects.filter(subject__in=keys, object__in=keys).select_related("type").order_by("pk")
    for relation in holding(found):
        yield Edge(relation.subject_id, relation.object_id, relation.type.name, relation.type.symmetric)


def memberships_between(keys):
    for membership in holding(Membership.objects.filter(member__in=keys, body__in=keys).order_by("pk")):
        yield Edge(membership.member_id, membership.body_id, gettext("sits in"))
