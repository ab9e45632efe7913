"""Bodies in the vocabulary of W3C ORG, with the Registered Organization Vocabulary for the legal ones."""

from rdflib import DCTERMS, FOAF, ORG, RDF, SKOS, Literal, Namespace, URIRef
from stdnum.be import vat

from organisations.models import OrganizationContent
from organisations.models.legal import written_out

from .concepts import code_slug
from .periods import describe_period

REGORG = Namespace("http://www.w3.org/ns/regorg#")
ADMS = Namespace("http://www.w3.org/ns/adms#")


def describe_body(graph, register, content):
    body = register.addresses.body(content.organization)
    graph.add((body, RDF.type, ORG[org_class(content, register.classes)]))
    graph.add((body, SKOS.prefLabel, Literal(content.name, lang="nl")))
    graph.add((body, FOAF.page, register.addresses.page(content.get_absolute_url())))
    add_texts(graph, register, body, content)
    add_identity(graph, body, content)
    add_terms(graph, register, body, content)
    for number, period in enumerate(content.statuses.all(), start=1):
        describe_status(graph, register, content.organization, number, period)


def org_class(content, classes):
    """The class of ORG: a working group is a unit; else its sort decides, else whether it exists in law."""
    if content.kind == OrganizationContent.Kind.WORKING_GROUP:
        return "OrganizationalUnit"
    chosen = classes.get(content.classification_id)
    if chosen:
        return chosen
    return "FormalOrganization" if content.legal_form or content.enterprise_number else "Organization"


def add_texts(graph, register, body, content):
    vocabulary = register.addresses.vocabulary
    texts = (
        (SKOS.altLabel, content.full_name),
        (SKOS.altLabel, content.abbreviation),
        (DCTERMS.description, content.summary),
        (vocabulary.rechtsvorm, content.legal_form),
        (vocabulary.rechtspersonenregister, content.court),
    )
    for predicate, text in texts:
        if text:
            graph.add((body, predicate, Literal(text, lang="nl")))


def add_identity(graph, body, content):
    """The legal name, and the enterprise number as it is written and as an ADMS identifier."""
    if content.legal_form or content.enterprise_number:
        graph.add((body, REGORG.legalName, Literal(content.full_name or content.name, lang="nl")))
    if content.enterprise_number and vat.is_valid(content.enterprise_number):
        number = written_out(content.enterprise_number)
        identifier = URIRef(f"{body}-ondernemingsnummer")
        graph.add((body, ORG.identifier, Literal(number)))
        graph.add((body, ADMS.identifier, identifier))
        graph.add((identifier, RDF.type, ADMS.Identifier))
        graph.add((identifier, SKOS.notation, Literal(number)))
        graph.add((identifier, ADMS.schemaAgency, Literal("Kruispuntbank van Ondernemingen", lang="nl")))


def add_terms(graph, register, body, content):
    addresses = register.addresses
    graph.add((body, ORG.classification, addresses.term("aard", code_slug(content.kind))))
    if content.classification:
        graph.add((body, ORG.classification, addresses.term("soorten", content.classification.slug)))
    for theme in content.themes.all():
        graph.add((body, DCTERMS.subject, addresses.term("themas", theme.slug)))
    for area in register.areas_of(content):
        graph.add((body, DCTERMS.spatial, addresses.area(area)))


def describe_status(graph, register, organization, number, period):
    """By its place in time: each version of the text has rows with other keys."""
    addresses, vocabulary = register.addresses, register.addresses.vocabulary
    status = addresses.record(organization, "status", number)
    graph.add((status, RDF.type, vocabulary.Statusperiode))
    graph.add((addresses.body(organization), vocabulary.heeftStatus, status))
    graph.add((status, vocabulary.statusVan, addresses.body(organization)))
    graph.add((status, vocabulary.status, addresses.term("statussen", code_slug(period.status))))
    if period.note:
        graph.add((status, SKOS.note, Literal(period.note, lang="nl")))
    describe_period(graph, vocabulary, status, period)
