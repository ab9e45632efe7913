"""The graphs that are handed out, each put together from its parts."""

from rdflib import DCAT, DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, TIME, XSD, Graph

from . import areas, bodies, concepts, links, projects, seats, vocabulary
from .addresses import Addresses
from .catalogue import DATASETS, Publisher, describe_catalogue, describe_dataset
from .register import Register

PREFIXES = {
    "adms": bodies.ADMS,
    "dcat": DCAT,
    "dcterms": DCTERMS,
    "foaf": FOAF,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "regorg": bodies.REGORG,
    "schema": SDO,
    "skos": SKOS,
    "time": TIME,
    "xsd": XSD,
}


def prefixes(addresses):
    """Short names, our own words included: they stand in each answer, so that nothing else need be fetched."""
    return {prefix: str(namespace) for prefix, namespace in PREFIXES.items()} | {
        "ov": str(addresses.vocabulary),
        "rel": str(addresses.relations),
    }


def new_graph(addresses):
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in prefixes(addresses).items():
        graph.bind(prefix, namespace)
    return graph


def with_terms_of_use(site, slug):
    """A graph that says first of what set of data it is, with licence and date."""
    addresses = Addresses(site)
    graph = new_graph(addresses)
    dataset = next(dataset for dataset in DATASETS if dataset.slug == slug)
    describe_dataset(graph, site, addresses, dataset, Publisher.of(site))
    return graph


def organization_graph(site, organization=None):
    """All bodies of `site` and their links; with `organization` what concerns that one."""
    register = Register(site, organization)
    graph = with_terms_of_use(site, "organisaties")
    for content in register.bodies:
        bodies.describe_body(graph, register, content)
        page = register.addresses.page(content.get_absolute_url())
        graph.add((page, FOAF.primaryTopic, register.addresses.body(content.organization)))
        graph.add((page, DCTERMS.isPartOf, register.addresses.dataset("organisaties")))
    for bench in register.benches:
        seats.describe_bench(graph, register, bench)
    for membership in register.seats:
        seats.describe_membership(graph, register, membership)
    for relation in register.relations:
        links.describe_relation(graph, register, relation)
    for change in register.changes:
        links.describe_change(graph, register, change)
    for participation in register.participations:
        add_participation(graph, register, participation)
    return graph


def add_participation(graph, register, participation):
    addresses = register.addresses
    organization = register.published[participation.organization_id].organization
    node = addresses.record(organization, "deelname", participation.pk)
    areas.describe_participation(graph, addresses, participation, addresses.body(organization), node)


def area_graph(site):
    register = areas.AreaRegister(site)
    graph = with_terms_of_use(site, "gemeenten")
    areas.describe_areas(graph, register)
    return graph


def project_graph(site):
    register = projects.ProjectRegister(site)
    graph = with_terms_of_use(site, "projecten")
    projects.describe_projects(graph, register)
    return graph


def term_graph(site):
    addresses = Addresses(site)
    graph = with_terms_of_use(site, "begrippen")
    for scheme in concepts.SCHEMES.values():
        concepts.describe_scheme(graph, addresses, scheme)
    vocabulary.describe_words(graph, addresses)
    vocabulary.describe_relation_types(graph, addresses)
    return graph


def catalogue_graph(site):
    addresses = Addresses(site)
    graph = new_graph(addresses)
    describe_catalogue(graph, site, addresses)
    return graph
