"""Periods as OWL-Time has them; a date is as precise in the data as in its source.

A period has the address of its record with a word added. A blank node would be there twice for who loads both the
register and one body.
"""

from rdflib import DCTERMS, RDF, TIME, XSD, Literal, URIRef

DATATYPES = {1: XSD.gYear, 2: XSD.gYearMonth, 3: XSD.date}
POSITIONS = {1: TIME.inXSDgYear, 2: TIME.inXSDgYearMonth, 3: TIME.inXSDDate}


def date_literal(partial_date):
    return Literal(str(partial_date), datatype=DATATYPES[len(partial_date.parts)])


def describe_period(graph, vocabulary, subject, period, link=DCTERMS.temporal):
    """Say when `period` holds: by `link` to an interval, or the one date on which it was known."""
    if period.known_on:
        graph.add((subject, vocabulary.bekendOp, date_literal(period.known_on)))
    describe_interval(graph, subject, period, link)
    if period.source:
        graph.add((subject, DCTERMS.source, Literal(period.source)))


def describe_interval(graph, subject, period, link=DCTERMS.temporal):
    if period.start or period.end:
        interval = URIRef(f"{subject}-periode")
        graph.add((subject, link, interval))
        graph.add((interval, RDF.type, TIME.Interval))
        add_instant(graph, interval, TIME.hasBeginning, period.start, f"{subject}-begin")
        add_instant(graph, interval, TIME.hasEnd, period.end, f"{subject}-einde")


def add_instant(graph, interval, link, partial_date, address):
    if not partial_date:
        return
    instant = URIRef(address)
    graph.add((interval, link, instant))
    graph.add((instant, RDF.type, TIME.Instant))
    graph.add((instant, POSITIONS[len(partial_date.parts)], date_literal(partial_date)))
