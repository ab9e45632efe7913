"""The graphs: valid, the same in each format, in the words of W3C ORG and SKOS, readable in both directions."""

from itertools import product

import pyshacl
import pytest
from rdflib import OWL, RDF, SKOS, TIME, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, FOAF

from organisations.models import RelationType
from tests.factories import AreaFactory

from .conftest import ORG, ORIGIN, relate

NAMES = ("organisaties", "gemeenten", "projecten", "begrippen", "catalogus")
GRAPHS = [f"/data/{name}" for name in NAMES] + ["/organisaties/resoc", "/organisaties/ersv"]
REL = Namespace(f"{ORIGIN}/data/begrippen/relaties/#")
OV = Namespace(f"{ORIGIN}/data/begrippen/woordenschat/#")


def uri(path):
    return URIRef(ORIGIN + path)


ERSV, RESOC, GROUP, MEMBER = (uri(f"/organisaties/{slug}/#organisatie") for slug in ("ersv", "resoc", "groep", "lid"))


@pytest.mark.parametrize("path", GRAPHS)
def test_turtle_and_json_ld_say_the_same(register, read, path):
    turtle, json_ld = read(f"{path}.ttl"), read(f"{path}.jsonld")
    # So that who loads a register and one body has nothing twice.
    assert not any(isinstance(node, BNode) for triple in turtle for node in triple)

    assert len(turtle) > 5
    assert isomorphic(turtle, json_ld)


@pytest.mark.parametrize("path", GRAPHS)
def test_what_is_handed_out_keeps_its_own_rules(register, read, path):
    # With the terms, to which the others point.
    graph = read(f"{path}.ttl") + read("/data/organisaties.ttl") + read("/data/begrippen.ttl")
    conforms, _, report = pyshacl.validate(graph, shacl_graph=read("/data/shapes.ttl"))

    assert conforms, report


BROKEN = {
    "a membership of nobody": "<urn:m> a org:Membership ; org:organization <urn:o> ; ov:zetels 1 ; ov:bezetting <b> .",
    "a person with an address of their own": "<urn:p> a foaf:Person ; foaf:name 'A' .",
    "more of a person than a name": "<urn:x#lidmaatschap-1-persoon> a foaf:Person ; foaf:name 'A' ; foaf:age 40 .",
    "a body without a name": "<urn:o> a org:Organization .",
    "an instant of two precisions": "<urn:i> a time:Instant ; time:inXSDgYear '2017'^^xsd:gYear ;"
    " time:inXSDDate '2017-02-06'^^xsd:date .",
    "support as hierarchy": "<urn:o> a org:Organization ; skos:prefLabel 'O'@nl ; org:unitOf <urn:w> .",
    "a vacant seat without a source": "<urn:s> a org:Post ; org:postIn <urn:o> .",
}


@pytest.mark.parametrize("turtle", BROKEN.values(), ids=BROKEN)
def test_the_rules_refuse(read, turtle):
    prefixes = f"""@prefix org: <{ORG}> . @prefix foaf: <{FOAF}> . @prefix time: <{TIME}> . @prefix xsd: <{XSD}> .
        @prefix skos: <{SKOS}> . @prefix ov: <{OV}> ."""
    conforms, _, _ = pyshacl.validate(
        Graph().parse(data=prefixes + turtle, format="turtle"), shacl_graph=read("/data/shapes.ttl")
    )

    assert not conforms


def test_each_body_has_the_class_of_its_sort(register, read):
    graph = read("/data/organisaties.ttl")

    assert (ERSV, RDF.type, ORG.FormalOrganization) in graph
    assert (RESOC, RDF.type, ORG.OrganizationalCollaboration) in graph
    assert (GROUP, RDF.type, ORG.OrganizationalUnit) in graph
    assert (MEMBER, RDF.type, ORG.Organization) in graph


def test_an_enterprise_number_is_an_identifier_as_the_law_writes_it(register, read):
    graph = read("/organisaties/ersv.ttl")
    [identifier] = graph.objects(ERSV, URIRef("http://www.w3.org/ns/adms#identifier"))

    assert graph.value(identifier, SKOS.notation) == graph.value(ERSV, ORG.identifier) == Literal("0403.019.261")


def test_a_new_version_of_the_text_changes_no_address(register, read):
    before = read("/organisaties/ersv.ttl")
    version = register["ersv"].contents.get().versions.get()
    version.copy(version.created_by).publish(version.created_by)
    after = read("/organisaties/ersv.ttl")

    assert (ERSV, OV.heeftStatus, uri("/organisaties/ersv/#status-1")) in before
    assert set(before.subjects()) == set(after.subjects())


def test_support_is_a_link_and_no_hierarchy(register, read):
    graph = read("/data/organisaties.ttl")

    for one, other in ((ERSV, RESOC), (RESOC, ERSV)):
        assert (one, ORG.linkedTo, other) in graph
        for part in (ORG.hasUnit, ORG.unitOf, ORG.subOrganizationOf, ORG.hasSubOrganization):
            assert (one, part, other) not in graph


def test_a_working_group_is_a_unit_read_from_both_sides(register, read):
    graph = read("/data/organisaties.ttl")

    assert (GROUP, ORG.unitOf, RESOC) in graph and (RESOC, ORG.hasUnit, GROUP) in graph


@pytest.mark.parametrize("path", ["/data/organisaties.ttl", "/organisaties/ersv.ttl", "/organisaties/resoc.ttl"])
def test_a_relation_reads_in_both_directions(register, read, path):
    graph, words = read(path), read("/data/begrippen.ttl")
    supports, supported = REL.ondersteunt, REL["ondersteunt.omgekeerd"]

    assert (ERSV, supports, RESOC) in graph and (RESOC, supported, ERSV) in graph
    assert {str(graph.value(node, SKOS.prefLabel)) for node in (ERSV, RESOC)} == {"ERSV", "RESOC"}
    assert (supports, OWL.inverseOf, supported) in words and (supported, OWL.inverseOf, supports) in words


def test_every_type_of_relation_reads_in_both_directions(register, read):
    ersv, resoc = register["ersv"], register["resoc"]
    added = RelationType.objects.create(slug="huurt-bij", name="huurt bij", inverse_name="verhuurt aan")
    for relation_type in RelationType.objects.all():
        relate(ersv, relation_type.slug, resoc, start="2001")
    graph = read("/data/organisaties.ttl") + read("/data/begrippen.ttl")

    for relation_type in [*RelationType.objects.all(), added]:
        there = REL[relation_type.slug]
        [back] = graph.objects(there, OWL.inverseOf)
        for predicate, (one, other) in product((there,), ((ERSV, RESOC),)):
            assert (one, predicate, other) in graph or (other, predicate, one) in graph
            assert (other, back, one) in graph or (one, back, other) in graph
    assert (REL["werkt-geintegreerd-met"], OWL.inverseOf, REL["werkt-geintegreerd-met"]) in graph


def test_the_dated_record_of_a_relation_says_when_and_who_says_so(register, read):
    graph = read("/data/organisaties.ttl")
    [record] = graph.subjects(OV.relatietype, REL.ondersteunt)

    assert (record, OV.van, ERSV) in graph and (record, OV.naar, RESOC) in graph
    assert graph.value(record, DCTERMS.source) == Literal("Voorbeeldbron")
    begin = graph.value(graph.value(record, DCTERMS.temporal), TIME.hasBeginning)
    assert graph.value(begin, TIME.inXSDDate) == Literal("2004-10-22", datatype=XSD.date)


def test_a_relation_that_is_over_has_no_shortcut(register, read):
    relate(register["member"], "adviseert", register["resoc"], end="2010")
    graph = read("/data/organisaties.ttl")

    assert (None, OV.relatietype, REL.adviseert) in graph
    assert (MEMBER, REL.adviseert, RESOC) not in graph and (MEMBER, ORG.linkedTo, RESOC) not in graph


def membership_of(graph, name):
    [person] = graph.subjects(FOAF.name, Literal(name))
    return graph.value(predicate=ORG.member, object=person)


def test_a_period_is_as_precise_as_its_source(register, read):
    graph = read("/organisaties/resoc.ttl")
    interval = graph.value(membership_of(graph, "Voorbeeld Persoon"), ORG.memberDuring)
    begin, end = (graph.value(interval, edge) for edge in (TIME.hasBeginning, TIME.hasEnd))

    assert graph.value(begin, TIME.inXSDgYearMonth) == Literal("2017-05", datatype=XSD.gYearMonth)
    assert graph.value(end, TIME.inXSDgYearMonth) == Literal("2018-05", datatype=XSD.gYearMonth)


def test_what_is_known_on_one_date_is_no_period(register, read):
    graph = read("/organisaties/resoc.ttl")
    membership = membership_of(graph, "Tweede Persoon")

    assert graph.value(membership, OV.bekendOp) == Literal("2022", datatype=XSD.gYear)
    assert graph.value(membership, ORG.memberDuring) is None


def test_seats_say_who_holds_them_on_which_bench(register, read):
    graph = read("/organisaties/resoc.ttl")
    [membership] = graph.subjects(ORG.member, MEMBER)
    bench = graph.value(membership, OV.geleding)

    assert (membership, ORG.organization, RESOC) in graph and (MEMBER, ORG.memberOf, RESOC) in graph
    assert graph.value(membership, OV.zetels).toPython() == 4
    assert graph.value(bench, OV.zetels).toPython() == 8 and (RESOC, OV.heeftGeleding, bench) in graph


def test_a_number_of_seats_that_is_not_known_is_left_out(register, read):
    graph = read("/organisaties/resoc.ttl")
    membership = membership_of(graph, "Voorbeeld Persoon")

    assert (membership, OV.bezetting, None) in graph
    assert graph.value(membership, OV.zetels) is None


def test_a_vacant_seat_is_a_post_and_no_membership(register, read):
    graph = read("/organisaties/resoc.ttl")
    [post] = graph.subjects(RDF.type, ORG.Post)

    assert (post, ORG.postIn, RESOC) in graph and (RESOC, ORG.hasPost, post) in graph
    assert (post, OV.bezetting, uri("/data/begrippen/bezetting/#vacant")) in graph


def test_a_person_is_a_name_within_one_membership(register, read):
    graph = read("/data/organisaties.ttl")
    people = set(graph.subjects(RDF.type, FOAF.Person))

    assert len(people) == 2
    for person in people:
        assert person == URIRef(f"{graph.value(predicate=ORG.member, object=person)}-persoon")
    predicates = {predicate for person in people for predicate in graph.predicates(person)}
    assert predicates == {RDF.type, FOAF.name, ORG.hasMembership, ORG.memberOf}


def test_a_change_joins_what_was_with_what_came(register, read):
    graph = read("/organisaties/resoc.ttl")
    [change] = graph.objects(RESOC, ORG.resultedFrom)
    former = uri("/organisaties/vroeger/#organisatie")

    assert (change, ORG.originalOrganization, former) in graph and (former, ORG.changedBy, change) in graph
    assert (change, ORG.resultingOrganization, RESOC) in graph


def test_a_municipality_takes_part_and_descends(register, read):
    from organisations.models import AreaChange

    result = AreaFactory(slug="fusiedorp", name="Fusiedorp", start="2025-01-01")
    merger = AreaChange.objects.create(date="2025-01-01", source="Voorbeeldbron")
    merger.originals.add(register["area"])
    merger.results.add(result)
    graph = read("/data/gemeenten.ttl")

    descended = URIRef("http://www.w3.org/ns/prov#wasDerivedFrom")
    assert (uri("/data/gemeenten/#fusiedorp"), descended, uri("/data/gemeenten/#dorp")) in graph
    assert (None, OV.gebied, uri("/data/gemeenten/#dorp")) in read("/organisaties/resoc.ttl")


def test_the_catalogue_says_what_there_is_under_which_licence(register, read, client):
    graph = read("/data/catalogus.ttl")
    licences = set(graph.objects(None, DCTERMS.license))

    assert licences == {URIRef("https://creativecommons.org/publicdomain/zero/1.0/")}
    assert set(graph.subjects(RDF.type, DCAT.Dataset))
    for download in graph.objects(None, DCAT.downloadURL):
        response = client.get(download.removeprefix(ORIGIN))
        assert response.status_code == 200, download
        media_type = response["Content-Type"].split(";")[0]
        [distribution] = graph.subjects(DCAT.downloadURL, download)
        assert str(graph.value(distribution, DCAT.mediaType)).endswith(media_type)


def test_every_address_of_ours_leads_to_a_page_that_has_it(register, read, client):
    """URIs are promises: each is a page, and what the fragment names stands on the pages of terms and areas."""
    everything = Graph()
    for name in NAMES:
        everything += read(f"/data/{name}.ttl")
    ours = {str(node) for triple in everything for node in triple if str(node).startswith(ORIGIN)}
    # Without the home page, which is the editors' own.
    pages = {address.split("#")[0] for address in ours} - {f"{ORIGIN}/"}

    text = {page: client.get(page.removeprefix(ORIGIN)) for page in pages}
    assert {page for page, response in text.items() if response.status_code != 200} == set()
    for address in ours:
        page, _, fragment = address.partition("#")
        if page.startswith((f"{ORIGIN}/data/begrippen/", f"{ORIGIN}/data/gemeenten/")) and fragment:
            assert f'id="{fragment}"' in text[page].content.decode(), address
