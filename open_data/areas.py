"""Municipalities, sub-regions and provinces, with their mergers, as far as they belong to a site."""

from collections import defaultdict

from django.db.models import Q
from django.utils.functional import cached_property
from rdflib import DCTERMS, PROV, RDF, SDO, SKOS, Literal

from organisations.models import Area, AreaChange, AreaPart

from .addresses import Addresses
from .concepts import code_slug
from .periods import date_literal, describe_period


class AreaRegister:
    def __init__(self, site):
        self.site = site
        self.addresses = Addresses(site)

    @cached_property
    def areas(self):
        return list(Area.objects.filter(sites=self.site).order_by("name", "start", "pk"))

    @cached_property
    def parts(self):
        found = AreaPart.objects.filter(part__in=self.keys, whole__in=self.keys).select_related("part", "whole")
        return list(found.order_by("part__slug", "whole__slug", "pk"))

    @cached_property
    def changes(self):
        found = AreaChange.objects.filter(Q(originals__in=self.keys) | Q(results__in=self.keys)).distinct()
        found = found.prefetch_related("originals", "results").order_by("date", "pk")
        return [change for change in found if self._belongs(change)]

    @cached_property
    def keys(self):
        return {area.pk for area in self.areas}

    @cached_property
    def wholes(self):
        """The key of an area → the names of the larger areas that it lies in."""
        names = defaultdict(list)
        for part in self.parts:
            names[part.part_id].append(part.whole.name)
        return names

    @cached_property
    def before(self):
        """The key of an area → the names of the areas that it came from, its own left out."""
        names = defaultdict(list)
        for change in self.changes:
            for area in change.results.all():
                names[area.pk] += [former.name for former in change.originals.all() if former.pk != area.pk]
        return names

    def _belongs(self, change):
        return all(area.pk in self.keys for area in (*change.originals.all(), *change.results.all()))


def describe_areas(graph, register):
    for area in register.areas:
        describe_area(graph, register.addresses, area)
    for part in register.parts:
        describe_part(graph, register.addresses, part)
    for change in register.changes:
        describe_change(graph, register.addresses, change)


def describe_area(graph, addresses, area):
    node = addresses.area(area)
    graph.add((node, RDF.type, DCTERMS.Location))
    graph.add((node, RDF.type, SDO.AdministrativeArea))
    graph.add((node, SKOS.prefLabel, Literal(area.name, lang="nl")))
    graph.add((node, DCTERMS.type, addresses.term("gebieden", code_slug(area.kind))))
    describe_period(graph, addresses.vocabulary, node, area)


def describe_part(graph, addresses, part):
    vocabulary = addresses.vocabulary
    node, inner, outer = addresses.entry("ligging", part.pk), addresses.area(part.part), addresses.area(part.whole)
    graph.add((node, RDF.type, vocabulary.Ligging))
    graph.add((node, vocabulary.gebied, inner))
    graph.add((node, vocabulary.ligtIn, outer))
    describe_period(graph, vocabulary, node, part)
    if not part.end:
        graph.add((inner, DCTERMS.isPartOf, outer))
        graph.add((outer, DCTERMS.hasPart, inner))


def describe_change(graph, addresses, change):
    vocabulary, node = addresses.vocabulary, addresses.entry("gebiedswijziging", change.pk)
    graph.add((node, RDF.type, vocabulary.Gebiedswijziging))
    graph.add((node, DCTERMS.date, date_literal(change.date)))
    originals, results = ({addresses.area(a) for a in areas.all()} for areas in (change.originals, change.results))
    for area in originals:
        graph.add((node, vocabulary.voorheen, area))
    for area in results:
        graph.add((node, vocabulary.nadien, area))
        for former in originals - {area}:
            graph.add((area, PROV.wasDerivedFrom, former))
    if change.source:
        graph.add((node, DCTERMS.source, Literal(change.source)))


def describe_participation(graph, addresses, participation, target, node):
    """That an area takes part in `target`, a body or a project."""
    vocabulary, area = addresses.vocabulary, addresses.area(participation.area)
    graph.add((node, RDF.type, vocabulary.Deelname))
    graph.add((node, vocabulary.gebied, area))
    graph.add((node, vocabulary.neemtDeelAan, target))
    describe_period(graph, vocabulary, node, participation)
