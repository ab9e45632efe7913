"""The lists of terms as SKOS concept schemes: those that staff extend, and those that are fixed in the code."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from rdflib import ORG, RDF, SKOS, Literal

from organisations.models import (
    Area,
    BenchKind,
    ChangeEvent,
    Classification,
    Membership,
    OrganizationContent,
    Role,
    Status,
    Theme,
)
from projects.models import Phase


@dataclass(frozen=True)
class Concept:
    slug: str
    label: str
    definition: str = ""
    broader: str = ""


@dataclass(frozen=True)
class Scheme:
    """`concepts` reads them; a scheme is one query at the most."""

    slug: str
    title: str
    concepts: Callable[[], Iterable[Concept]]
    concept_class: str = ""


def code_slug(code):
    """A value of a fixed list as it stands in an address."""
    return str(code).replace("_", "-")


def kept(model):
    """Reads a list that staff keep."""

    def concepts():
        broader = {"broader"} & {field.name for field in model._meta.fields}
        terms = model.objects.select_related(*broader) if broader else model.objects.all()
        for term in terms:
            above = term.broader.slug if broader and term.broader else ""
            yield Concept(term.slug, term.label, term.definition, above)

    return concepts


def fixed(choices):
    def concepts():
        return [Concept(code_slug(value), str(label)) for value, label in choices.choices]

    return concepts


SCHEMES = {
    scheme.slug: scheme
    for scheme in (
        Scheme("aard", _("Kinds of organisations"), fixed(OrganizationContent.Kind)),
        Scheme("soorten", _("Sorts of organisations"), kept(Classification)),
        Scheme("statussen", _("Statuses of organisations"), fixed(Status)),
        Scheme("geledingen", _("Sorts of benches"), kept(BenchKind)),
        Scheme("rollen", _("Roles"), kept(Role), "Role"),
        Scheme("bezetting", _("Whether a seat is taken"), fixed(Membership.State)),
        Scheme("wijzigingen", _("Changes of organisations"), fixed(ChangeEvent.Kind)),
        Scheme("themas", _("Themes"), kept(Theme)),
        Scheme("gebieden", _("Kinds of areas"), fixed(Area.Kind)),
        Scheme("fasen", _("Phases of projects"), fixed(Phase.Step)),
    )
}


def describe_scheme(graph, addresses, scheme):
    node = addresses.scheme(scheme.slug)
    graph.add((node, RDF.type, SKOS.ConceptScheme))
    graph.add((node, SKOS.prefLabel, Literal(str(scheme.title), lang="nl")))
    for concept in scheme.concepts():
        describe_concept(graph, addresses, scheme, concept)


def describe_concept(graph, addresses, scheme, concept):
    node, whole = addresses.term(scheme.slug, concept.slug), addresses.scheme(scheme.slug)
    graph.add((node, RDF.type, SKOS.Concept))
    if scheme.concept_class:
        graph.add((node, RDF.type, ORG[scheme.concept_class]))
    graph.add((node, SKOS.prefLabel, Literal(concept.label, lang="nl")))
    graph.add((node, SKOS.inScheme, whole))
    if concept.definition:
        graph.add((node, SKOS.definition, Literal(concept.definition, lang="nl")))
    if concept.broader:
        above = addresses.term(scheme.slug, concept.broader)
        graph.add((node, SKOS.broader, above))
        graph.add((above, SKOS.narrower, node))
    else:
        graph.add((node, SKOS.topConceptOf, whole))
        graph.add((whole, SKOS.hasTopConcept, node))
