"""Our own classes and properties: only what W3C ORG, SKOS and Dublin Core have no word for. And the relation types."""

from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from rdflib import OWL, RDF, RDFS, Literal

from organisations.models import RelationType

from .concepts import Concept, Scheme
from .links import LINK, ORG_READINGS, inverse


@dataclass(frozen=True)
class Word:
    """A class where the name starts with a capital; else a property, with the one that reads it backwards."""

    name: str
    label: str
    meaning: str
    inverse: str = ""

    @property
    def is_class(self):
        return self.name[0].isupper()


WORDS = (
    Word("Geleding", _("bench"), _("A side of the table, with its number of seats.")),
    Word("Relatie", _("relation"), _("A dated link between two organisations. It says more than the shortcut does.")),
    Word("Statusperiode", _("status with period"), _("What an organisation was in a period.")),
    Word("Deelname", _("participation"), _("That an area takes part in an organisation or a project.")),
    Word("Ligging", _("place in a larger area"), _("That an area lies in a larger one.")),
    Word("Gebiedswijziging", _("merger of areas"), _("Areas before and areas after.")),
    Word("Projectfase", _("phase of a project"), _("How far a project was.")),
    Word("heeftGeleding", _("has the bench"), _("From an organisation to a side of its table."), "geledingVan"),
    Word("geledingVan", _("is a bench of"), _("From a side of the table to the organisation."), "heeftGeleding"),
    Word("geleding", _("sits on the bench"), _("From a membership to a side of the table.")),
    Word("zetels", _("seats"), _("A number of seats.")),
    Word("bezetting", _("is the seat taken?"), _("What a source says about the seat; mostly that is not known.")),
    Word("functieElders", _("function elsewhere"), _("The function that the person has outside this table.")),
    Word("afgevaardigdDoor", _("delegated by"), _("The organisation that the person speaks for.")),
    Word("bekendOp", _("known on"), _("The one date on which a source says so. It is no period.")),
    Word("van", _("from organisation"), _("The organisation from which the relation is read.")),
    Word("naar", _("to organisation"), _("The organisation to which the relation is read.")),
    Word("relatietype", _("type of relation"), _("The property that reads this relation.")),
    Word("heeftStatus", _("has the status"), _("From an organisation to its status in a period."), "statusVan"),
    Word("statusVan", _("is a status of"), _("From a status in a period to the organisation."), "heeftStatus"),
    Word("status", _("status"), _("The term for this status.")),
    Word("rechtsvorm", _("legal form"), _("What the organisation is in law.")),
    Word("rechtspersonenregister", _("register of legal persons"), _("The court where it is registered.")),
    Word("gebied", _("area"), _("The area that takes part, or that lies in another.")),
    Word("neemtDeelAan", _("takes part in"), _("The organisation or project in which an area takes part.")),
    Word("ligtIn", _("lies in"), _("The larger area.")),
    Word("voorheen", _("before"), _("An area before the change.")),
    Word("nadien", _("after"), _("An area after the change.")),
    Word("heeftFase", _("has the phase"), _("From a project to how far it was."), "faseVan"),
    Word("faseVan", _("is a phase of"), _("From how far it was to the project."), "heeftFase"),
    Word("fase", _("phase"), _("The term for this phase.")),
    Word("projectnummer", _("number of the project"), _("The number that the funder gave.")),
    Word("programma", _("programme or call"), _("The programme that pays.")),
    Word("euSteun", _("supported by the European Union"), _("Whether the European Union pays a part.")),
)

VOCABULARY = "woordenschat"
RELATIONS = "relaties"


def words():
    return [Concept(word.name, str(word.label), str(word.meaning)) for word in WORDS]


def relations():
    """Every type of relation twice: as it is entered, and as it reads from the other side."""
    for relation_type in RelationType.objects.order_by("slug"):
        name, inverse_name, slug = relation_type.name, relation_type.inverse_name, relation_type.slug
        yield Concept(slug, name, read_back(inverse_name))
        if not relation_type.symmetric:
            yield Concept(f"{slug}.omgekeerd", inverse_name, read_back(name))


def read_back(name):
    return gettext("From the other side: %(name)s.") % {"name": name}


# As the pages and tables list them; in the graph they are properties and classes, no concepts.
SCHEMES = (
    Scheme(RELATIONS, _("Relations between organisations"), relations),
    Scheme(VOCABULARY, _("Our own words in the data"), words),
)


def describe_words(graph, addresses):
    vocabulary = addresses.vocabulary
    graph.add((addresses.scheme(VOCABULARY), RDF.type, OWL.Ontology))
    for word in WORDS:
        node = vocabulary[word.name]
        graph.add((node, RDF.type, RDFS.Class if word.is_class else RDF.Property))
        graph.add((node, RDFS.label, Literal(str(word.label), lang="nl")))
        graph.add((node, RDFS.comment, Literal(str(word.meaning), lang="nl")))
        graph.add((node, RDFS.isDefinedBy, addresses.scheme(VOCABULARY)))
        if word.inverse:
            graph.add((node, OWL.inverseOf, vocabulary[word.inverse]))


def describe_relation_types(graph, addresses):
    for relation_type in RelationType.objects.order_by("slug"):
        there, back = addresses.relation(relation_type.slug), inverse(addresses, relation_type)
        readings = ORG_READINGS.get(relation_type.slug, LINK)
        labels = (relation_type.name, relation_type.inverse_name)
        for node, other, label, broader in zip((there, back), (back, there), labels, readings, strict=True):
            graph.add((node, RDF.type, RDF.Property))
            graph.add((node, RDFS.label, Literal(label, lang="nl")))
            graph.add((node, RDFS.subPropertyOf, broader))
            graph.add((node, OWL.inverseOf, other))
            graph.add((node, RDFS.isDefinedBy, addresses.scheme(RELATIONS)))
