"""Benches and who sits on them (org:Membership, org:Post).

A person has an address only within one membership: name and role are public, and nothing invites to collect more
about somebody under one URI. Two memberships of one name are two nodes (GDPR, art. 5: data minimisation).
"""

from rdflib import DCTERMS, FOAF, ORG, RDF, SKOS, XSD, Literal, URIRef

from organisations.models import Membership

from .concepts import code_slug
from .periods import describe_period


def agent(graph, register, organization_id):
    """The node of a body that is mentioned, with its name: what is said of it more stands with its page."""
    if organization_id in register.published:
        node = register.addresses.body(register.published[organization_id].organization)
    else:
        node = register.addresses.without_page(organization_id)
        graph.add((node, RDF.type, ORG.Organization))
    graph.add((node, SKOS.prefLabel, Literal(register.name(organization_id), lang="nl")))
    return node


def describe_bench(graph, register, bench):
    addresses, vocabulary = register.addresses, register.addresses.vocabulary
    organization = register.published[bench.organization_id].organization
    node, body = addresses.record(organization, "geleding", bench.pk), addresses.body(organization)
    graph.add((node, RDF.type, vocabulary.Geleding))
    graph.add((node, SKOS.prefLabel, Literal(bench.name or bench.kind.label, lang="nl")))
    graph.add((node, DCTERMS.type, addresses.term("geledingen", bench.kind.slug)))
    graph.add((node, vocabulary.geledingVan, body))
    graph.add((body, vocabulary.heeftGeleding, node))
    if bench.seats is not None:
        graph.add((node, vocabulary.zetels, Literal(bench.seats, datatype=XSD.integer)))
    describe_period(graph, vocabulary, node, bench)


def describe_membership(graph, register, membership):
    addresses, vocabulary = register.addresses, register.addresses.vocabulary
    table = register.published[membership.body_id].organization
    node, body = addresses.record(table, "lidmaatschap", membership.pk), addresses.body(table)
    members = [person(graph, node, membership)] if membership.person else holders(graph, register, membership)
    if members:
        add_members(graph, node, body, members, is_over=bool(membership.end))
    else:
        # Nobody has it: a seat, not a membership.
        graph.add((node, RDF.type, ORG.Post))
        graph.add((node, ORG.postIn, body))
        graph.add((body, ORG.hasPost, node))
    add_details(graph, register, node, membership, table)
    link = ORG.memberDuring if members else DCTERMS.temporal
    describe_period(graph, vocabulary, node, membership, link)


def person(graph, node, membership):
    member = URIRef(f"{node}-persoon")
    graph.add((member, RDF.type, FOAF.Person))
    graph.add((member, FOAF.name, Literal(membership.person.name)))
    return member


def holders(graph, register, membership):
    return [agent(graph, register, pk) for pk in register.holders(membership)]


def add_members(graph, node, body, members, is_over):
    """The dated record; the undated shortcut only where no end is known."""
    graph.add((node, RDF.type, ORG.Membership))
    graph.add((node, ORG.organization, body))
    for member in members:
        graph.add((node, ORG.member, member))
        graph.add((member, ORG.hasMembership, node))
        if not is_over:
            graph.add((member, ORG.memberOf, body))
            graph.add((body, ORG.hasMember, member))


def add_details(graph, register, node, membership, table):
    addresses, vocabulary = register.addresses, register.addresses.vocabulary
    if membership.role:
        graph.add((node, ORG.role, addresses.term("rollen", membership.role.slug)))
    if membership.bench:
        graph.add((node, vocabulary.geleding, addresses.record(table, "geleding", membership.bench_id)))
    if membership.function:
        graph.add((node, vocabulary.functieElders, Literal(membership.function, lang="nl")))
    if register.name(membership.delegated_by_id):
        graph.add((node, vocabulary.afgevaardigdDoor, agent(graph, register, membership.delegated_by_id)))
    if membership.seats is not None:
        graph.add((node, vocabulary.zetels, Literal(membership.seats, datatype=XSD.integer)))
    state = addresses.term("bezetting", code_slug(Membership.State(membership.state)))
    graph.add((node, vocabulary.bezetting, state))
