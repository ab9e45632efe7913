"""Which file of the data is made from what."""

from pathlib import Path

from . import graphs
from .addresses import Addresses
from .areas import AreaRegister
from .body_table import body_table
from .formats import CSV, GRAPHS, TURTLE
from .list_tables import areas_table, terms_table
from .project_table import projects_table
from .projects import ProjectRegister
from .register import Register
from .register_tables import bodies_table, memberships_table, relations_table
from .serializing import serialized

SHAPES = Path(__file__).with_name("shapes.ttl")

GRAPH_FILES = {
    "catalogus": graphs.catalogue_graph,
    "organisaties": graphs.organization_graph,
    "gemeenten": graphs.area_graph,
    "projecten": graphs.project_graph,
    "begrippen": graphs.term_graph,
}
TABLE_FILES = {
    "organisaties": lambda site: bodies_table(Register(site)),
    "lidmaatschappen": lambda site: memberships_table(Register(site)),
    "relaties": lambda site: relations_table(Register(site)),
    "gemeenten": lambda site: areas_table(AreaRegister(site)),
    "projecten": lambda site: projects_table(ProjectRegister(site)),
    "begrippen": lambda site: terms_table(Addresses(site)),
}


def file_bytes(site, name, form):
    """The file of that name and format, or None where there is none."""
    if (name, form) == ("shapes", TURTLE):
        # With the words of this site: the shapes speak of our own classes too.
        return SHAPES.read_text().replace("https://example.org", Addresses(site).origin).encode()
    if form is CSV:
        return TABLE_FILES[name](site) if name in TABLE_FILES else None
    if form in GRAPHS and name in GRAPH_FILES:
        return serialized(GRAPH_FILES[name](site), form)
    return None


def organization_bytes(site, organization, form):
    if form is CSV:
        return body_table(Register(site, organization))
    return serialized(graphs.organization_graph(site, organization), form)
