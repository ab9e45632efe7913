"""The projects that a site publishes, with the bodies and areas that take part."""

from django.utils.functional import cached_property
from rdflib import DCTERMS, FOAF, RDF, SDO, SKOS, XSD, Literal, URIRef

from organisations.names import names_of
from projects.models import ProjectContent

from .areas import describe_participation
from .concepts import code_slug
from .periods import describe_interval, describe_period
from .register import Register
from .seats import agent


class ProjectRegister(Register):
    @cached_property
    def projects(self):
        contents = ProjectContent.everything.published(self.site).select_related("project")
        related = ("themes", "areas__sites", "phases", "partners", "participations__area__sites")
        return list(contents.prefetch_related(*related).order_by("project__slug"))

    @cached_property
    def names(self):
        """Of the bodies that take part."""
        return names_of({row.organization_id for project in self.projects for row in project.partners.all()}, self.site)

    def partners(self, content):
        """The rows of bodies that are published anywhere."""
        return [row for row in content.partners.all() if row.organization_id in self.names]

    def participations(self, content):
        """The rows of areas that belong to this site."""
        return [row for row in content.participations.all() if self.site in row.area.sites.all()]


def describe_projects(graph, register):
    for content in register.projects:
        describe_project(graph, register, content)


def describe_project(graph, register, content):
    addresses = register.addresses
    node = addresses.project(content.project)
    graph.add((node, RDF.type, FOAF.Project))
    graph.add((node, RDF.type, SDO.Project))
    graph.add((node, SKOS.prefLabel, Literal(content.title, lang="nl")))
    graph.add((node, FOAF.page, addresses.page(content.get_absolute_url())))
    add_texts(graph, addresses.vocabulary, node, content)
    describe_interval(graph, node, content)
    add_terms(graph, register, node, content)
    add_participants(graph, register, node, content)
    for number, phase in enumerate(content.phases.all(), start=1):
        describe_phase(graph, addresses, node, number, phase)


def add_texts(graph, vocabulary, node, content):
    texts = (
        (SKOS.altLabel, content.full_name),
        (DCTERMS.description, content.aim),
        (SDO.funder, content.funder),
        (vocabulary.programma, content.programme),
    )
    for predicate, text in texts:
        if text:
            graph.add((node, predicate, Literal(text, lang="nl")))
    if content.number:
        graph.add((node, vocabulary.projectnummer, Literal(content.number)))
    if content.source:
        graph.add((node, DCTERMS.source, Literal(content.source)))
    graph.add((node, vocabulary.euSteun, Literal(content.eu_support, datatype=XSD.boolean)))


def add_terms(graph, register, node, content):
    for theme in content.themes.all():
        graph.add((node, DCTERMS.subject, register.addresses.term("themas", theme.slug)))
    for area in register.areas_of(content):
        graph.add((node, DCTERMS.spatial, register.addresses.area(area)))


def add_participants(graph, register, node, content):
    for partner in register.partners(content):
        body = agent(graph, register, partner.organization_id)
        graph.add((node, SDO.member, body))
        graph.add((body, SDO.memberOf, node))
    for row in register.participations(content):
        record = URIRef(f"{node}-deelname-{row.area.slug}")
        describe_participation(graph, register.addresses, row, node, record)


def describe_phase(graph, addresses, project, number, phase):
    """By its place in time: each version of the text has rows with other keys."""
    vocabulary, node = addresses.vocabulary, URIRef(f"{project}-fase-{number}")
    graph.add((node, RDF.type, vocabulary.Projectfase))
    graph.add((project, vocabulary.heeftFase, node))
    graph.add((node, vocabulary.faseVan, project))
    graph.add((node, vocabulary.fase, addresses.term("fasen", code_slug(phase.step))))
    if phase.note:
        graph.add((node, SKOS.note, Literal(phase.note, lang="nl")))
    describe_period(graph, vocabulary, node, phase)
