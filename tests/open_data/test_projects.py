"""Projects in the data: as far as they are published, with the bodies and areas that take part."""

import csv
import io

import pyshacl
import pytest
from rdflib import RDF, SDO, SKOS, XSD, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import FOAF

from projects.models import Partner, Phase, ProjectParticipation
from tests.factories import AreaFactory, OrganizationContentFactory, ProjectContentFactory

from .conftest import ORIGIN, body

OV = Namespace(f"{ORIGIN}/data/begrippen/woordenschat/#")
PROJECT = URIRef(f"{ORIGIN}/projecten/proef/#project")


@pytest.fixture
def project(register, other_site):
    content = ProjectContentFactory(
        project__slug="proef", title="Proef", number="42", eu_support=True, start="2016-08-01", state="published"
    )
    elsewhere = body("elders", name="Lid van Elders", organization__sites=[other_site])
    draft = OrganizationContentFactory(name="Geheim Ontwerp").organization
    for partner in (register["ersv"], elsewhere, draft):
        Partner.objects.create(content=content, organization=partner)
    Phase.objects.create(content=content, step="approved", start="2016-06", source="Voorbeeldbron")
    for area in (register["area"], AreaFactory(slug="ver", name="Verre gemeente", sites=[other_site])):
        ProjectParticipation.objects.create(content=content, area=area)
    ProjectContentFactory(title="Nog geheim")
    ProjectContentFactory(title="Project van Elders", project__sites=[other_site], state="published")
    return content


def test_turtle_and_json_ld_say_the_same_and_keep_the_rules(project, read):
    turtle = read("/data/projecten.ttl")
    conforms, _, report = pyshacl.validate(turtle, shacl_graph=read("/data/shapes.ttl"))

    assert isomorphic(turtle, read("/data/projecten.jsonld"))
    assert conforms, report


def test_a_project_says_what_it_is_and_who_takes_part(project, read):
    graph = read("/data/projecten.ttl")
    ersv = URIRef(f"{ORIGIN}/organisaties/ersv/#organisatie")
    [phase] = graph.objects(PROJECT, OV.heeftFase)
    [participation] = graph.subjects(OV.neemtDeelAan, PROJECT)

    assert list(graph.subjects(RDF.type, FOAF.Project)) == [PROJECT]
    assert graph.value(PROJECT, OV.euSteun) == Literal(True, datatype=XSD.boolean)
    assert (PROJECT, SDO.member, ersv) in graph and (ersv, SDO.memberOf, PROJECT) in graph
    assert graph.value(phase, OV.fase) == URIRef(f"{ORIGIN}/data/begrippen/fasen/#approved")
    assert graph.value(participation, OV.gebied) == URIRef(f"{ORIGIN}/data/gemeenten/#dorp")
    names = {str(graph.value(member, SKOS.prefLabel)) for member in graph.objects(PROJECT, SDO.member)}
    assert names == {"ERSV", "Lid van Elders"}


@pytest.mark.parametrize("extension", ["ttl", "jsonld", "csv"])
def test_nothing_unpublished_and_nothing_of_another_site_is_in_it(project, client, extension):
    text = client.get(f"/data/projecten.{extension}").content.decode()

    assert "Proef" in text
    for secret in ("Geheim", "geheim", "Project van Elders", "Verre gemeente", "organisaties/elders", "#ver"):
        assert secret not in text


def test_the_table_of_projects(project, client):
    [row] = csv.DictReader(io.StringIO(client.get("/data/projecten.csv").content.decode()))

    assert (row["naam"], row["nummer"], row["eu_steun"], row["van"]) == ("Proef", "42", "ja", "2016-08-01")
    assert (row["organisaties"], row["gemeenten"]) == ("ERSV; Lid van Elders", "Dorp")


def test_more_projects_cost_no_more_queries(project, client):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def asked():
        with CaptureQueriesContext(connection) as captured:
            client.get("/data/projecten.ttl")
        return len(captured)

    asked()
    few = asked()
    for number in range(30):
        content = ProjectContentFactory(state="published")
        Partner.objects.create(content=content, organization=body(f"partner-{number}"))
        ProjectParticipation.objects.create(content=content, area=AreaFactory())
    assert asked() == few
