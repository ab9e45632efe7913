"""How bodies hang together: dated relations, and what became of bodies (org:ChangeEvent)."""

from rdflib import DCTERMS, ORG, RDF, Literal

from .concepts import code_slug
from .periods import date_literal, describe_period
from .seats import agent

# What ORG says of the same, from the subject and from the object. Support, recognition and money are no hierarchy:
# they, and every type that staff add, are links.
LINK = (ORG.linkedTo, ORG.linkedTo)
ORG_READINGS = {
    "werkgroep-van": (ORG.unitOf, ORG.hasUnit),
    "zetelt-in": (ORG.memberOf, ORG.hasMember),
}


def describe_relation(graph, register, relation):
    """The dated record is what counts; the shortcuts stand where no end is known."""
    addresses, vocabulary = register.addresses, register.addresses.vocabulary
    node = addresses.record(register.published[relation.subject_id].organization, "relatie", relation.pk)
    source, target = (agent(graph, register, pk) for pk in (relation.subject_id, relation.object_id))
    graph.add((node, RDF.type, vocabulary.Relatie))
    graph.add((node, vocabulary.van, source))
    graph.add((node, vocabulary.naar, target))
    graph.add((node, vocabulary.relatietype, addresses.relation(relation.type.slug)))
    describe_period(graph, vocabulary, node, relation)
    if not relation.end:
        add_shortcuts(graph, addresses, relation.type, source, target)


def add_shortcuts(graph, addresses, relation_type, source, target):
    there, back = addresses.relation(relation_type.slug), inverse(addresses, relation_type)
    org_there, org_back = ORG_READINGS.get(relation_type.slug, LINK)
    for predicate in (there, org_there):
        graph.add((source, predicate, target))
    for predicate in (back, org_back):
        graph.add((target, predicate, source))


def inverse(addresses, relation_type):
    """What reads the same from both sides is its own inverse."""
    read = addresses.relation if relation_type.symmetric else addresses.inverse_relation
    return read(relation_type.slug)


def describe_change(graph, register, change):
    addresses = register.addresses
    node = addresses.entry("wijziging", change.pk)
    graph.add((node, RDF.type, ORG.ChangeEvent))
    graph.add((node, DCTERMS.type, addresses.term("wijzigingen", code_slug(change.kind))))
    for organization in change.originals.all():
        graph.add((node, ORG.originalOrganization, addresses.body(organization)))
        graph.add((addresses.body(organization), ORG.changedBy, node))
    for organization in change.results.all():
        graph.add((node, ORG.resultingOrganization, addresses.body(organization)))
        graph.add((addresses.body(organization), ORG.resultedFrom, node))
    if change.date:
        graph.add((node, DCTERMS.date, date_literal(change.date)))
    if change.description:
        graph.add((node, DCTERMS.description, Literal(change.description, lang="nl")))
    if change.source:
        graph.add((node, DCTERMS.source, Literal(change.source)))
