"""What data there is, under which licence and of which date (DCAT, after DCAT-AP)."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from rdflib import DCAT, DCTERMS, FOAF, RDF, RDFS, XSD, Literal, URIRef

from publication.choices import Licence
from regions.models import Region

from . import dates
from .formats import CSV, GRAPHS, TURTLE, Format


@dataclass(frozen=True)
class File:
    """One download: `name` is what stands in its address before the extension."""

    name: str
    format: Format
    label: str = ""

    @property
    def path(self):
        return reverse("data:file", args=(self.name, self.format.extension))

    @property
    def slug(self):
        return f"{self.name}-{self.format.extension}"


@dataclass(frozen=True)
class Dataset:
    slug: str
    title: str
    description: str
    files: tuple
    modified: Callable


def files(name, label):
    return (*(File(name, form, label) for form in GRAPHS), File(name, CSV, label))


DATASETS = (
    Dataset(
        "organisaties",
        _("Organisations"),
        _("The organisations of this site, who sits in them, and how they hang together."),
        (
            *files("organisaties", _("Organisations")),
            File("lidmaatschappen", CSV, _("Who sits at the table")),
            File("relaties", CSV, _("How they hang together")),
        ),
        dates.organisations,
    ),
    Dataset(
        "gemeenten",
        _("Municipalities and areas"),
        _("The municipalities and larger areas, with their mergers."),
        files("gemeenten", _("Municipalities and areas")),
        dates.areas,
    ),
    Dataset(
        "projecten",
        _("Projects"),
        _("What the projects are for, who takes part and who pays."),
        files("projecten", _("Projects")),
        dates.projects,
    ),
    Dataset(
        "begrippen",
        _("Terms"),
        _("The lists of terms that the data uses, with their meaning."),
        files("begrippen", _("Terms")),
        dates.terms,
    ),
)
CATALOGUE_FILES = tuple(File("catalogus", form) for form in GRAPHS)
SHAPES = File("shapes", TURTLE)


@dataclass(frozen=True)
class Publisher:
    """Who publishes the data of a site, and under which licence."""

    name: str
    licence: Licence | None

    @classmethod
    def of(cls, site):
        region = Region.objects.filter(site=site).first()
        return cls(region.name, Licence(region.data_licence)) if region else cls(site.name, None)


def describe_catalogue(graph, site, addresses):
    node, publisher = addresses.dataset("catalogus"), Publisher.of(site)
    graph.add((node, RDF.type, DCAT.Catalog))
    graph.add((node, DCTERMS.title, Literal(f"Open data – {publisher.name}", lang="nl")))
    graph.add((node, FOAF.homepage, addresses.page(reverse("data:index"))))
    add_terms_of_use(graph, addresses, node, publisher)
    for dataset in DATASETS:
        described = describe_dataset(graph, site, addresses, dataset, publisher)
        graph.add((node, DCAT.dataset, described))
        for file in dataset.files:
            describe_file(graph, addresses, described, file, publisher)


def describe_dataset(graph, site, addresses, dataset, publisher):
    node = addresses.dataset(dataset.slug)
    graph.add((node, RDF.type, DCAT.Dataset))
    graph.add((node, DCTERMS.title, Literal(str(dataset.title), lang="nl")))
    graph.add((node, DCTERMS.description, Literal(str(dataset.description), lang="nl")))
    graph.add((node, DCAT.landingPage, addresses.page(reverse("data:index"))))
    modified = dataset.modified(site)
    if modified:
        graph.add((node, DCTERMS.modified, Literal(modified.date().isoformat(), datatype=XSD.date)))
    add_terms_of_use(graph, addresses, node, publisher)
    return node


def add_terms_of_use(graph, addresses, node, publisher):
    """Who publishes it and what may be done with it."""
    graph.add((node, DCTERMS.publisher, addresses.publisher()))
    graph.add((addresses.publisher(), RDF.type, FOAF.Agent))
    graph.add((addresses.publisher(), FOAF.name, Literal(publisher.name, lang="nl")))
    graph.add((node, DCTERMS.language, URIRef("http://publications.europa.eu/resource/authority/language/NLD")))
    add_licence(graph, node, publisher)


def add_licence(graph, node, publisher):
    if publisher.licence and publisher.licence.address:
        licence = URIRef(publisher.licence.address)
        graph.add((node, DCTERMS.license, licence))
        graph.add((licence, RDF.type, DCTERMS.LicenseDocument))
        graph.add((licence, RDFS.label, Literal(str(publisher.licence.label), lang="nl")))


def describe_file(graph, addresses, dataset, file, publisher):
    node, download = addresses.dataset(file.slug), addresses.page(file.path)
    graph.add((dataset, DCAT.distribution, node))
    graph.add((node, RDF.type, DCAT.Distribution))
    graph.add((node, DCTERMS.title, Literal(f"{file.label} ({file.format.label})", lang="nl")))
    graph.add((node, DCAT.accessURL, download))
    graph.add((node, DCAT.downloadURL, download))
    media_type = URIRef(f"https://www.iana.org/assignments/media-types/{file.format.media_type}")
    graph.add((node, DCAT.mediaType, media_type))
    add_licence(graph, node, publisher)
