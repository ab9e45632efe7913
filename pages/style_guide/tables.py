"""Specimens of who sits at a table and of how bodies hang together."""

from types import SimpleNamespace as Specimen

from django.http import QueryDict
from django.utils import timezone
from django.utils.safestring import mark_safe

from organisations.as_of import DayForm
from organisations.composition import Composition, Earlier, Holder, Name, Part, Side, Sitting, Vacancy
from organisations.diagram import narrow, wide
from organisations.diagram.graph import Edge, Graph, Node
from organisations.relations import Reading
from organisations.templatetags.diagrams import Diagram

from .words import LONG_TEXT, LONG_TITLE, LONG_WORD, NAME_WITHOUT_SPACES

SINCE, LAST_KNOWN = "sinds 2017, einde niet bekend", "laatst bekend in februari 2017"


def seats(composition, asked="", kind="organ"):
    """The context of the table; `asked` is a query string."""
    content = Specimen(kind=kind, get_absolute_url="")
    return {"composition": composition, "asked": DayForm(QueryDict(asked)), "content": content, "day": today()}


def today():
    return timezone.localdate()


def holder(name="Voorbeeld Limburg", seats=1, others=(), full_names=(), vacant=False, source="voorbeeldbron"):
    names = [Name(one, "#") for one in (name, *others)]
    return Holder(names, list(full_names), seats, vacant, "", source)


def side(name="Voorbeeldbank", seats=1, holders=(), vacancies=(), source="voorbeeldbron"):
    occupied = sum(holder.seats or 0 for holder in holders if not holder.vacant)
    vacant = sum(vacancy.seats for vacancy in vacancies)
    return Side(name, seats, list(holders), list(vacancies), occupied, vacant, SINCE, source)


def sitting(name="Voorbeeld Persoon", function="functie", delegated_by="", bench="", source="voorbeeldbron"):
    body = Name(delegated_by, "#") if delegated_by else None
    return Sitting(name, function, body, bench, SINCE, source)


def long_sitting():
    return sitting(NAME_WITHOUT_SPACES, LONG_TITLE, LONG_WORD, LONG_TITLE, LONG_TEXT)


def small_table():
    return Composition([side(holders=[holder()])], [Part("voorzitter", [sitting()])])


def full_table():
    """Three benches, thirty seats, some of them vacant and of some nothing known."""
    benches = [
        side(f"Voorbeeldbank {number}", 10, [holder(f"Voorbeeld {number}{letter}") for letter in "ABCDEFGH"], vacancies)
        for number, vacancies in ((1, []), (2, [Vacancy(2, LAST_KNOWN, "voorbeeldbron")]), (3, []))
    ]
    chair = Part("voorzitter", [sitting(delegated_by="Voorbeeld Limburg", bench="Voorbeeldbank 1")])
    members = Part("leden", [sitting(f"Voorbeeld Persoon {number}", "") for number in range(1, 31)])
    return Composition(benches, [chair, members], [Earlier("voorzitter", [sitting(f"Persoon {n}") for n in range(5)])])


def long_table():
    long = holder(LONG_WORD, 44, [NAME_WITHOUT_SPACES, LONG_TITLE], [LONG_TITLE, LONG_WORD], source=LONG_TEXT)
    benches = [
        side(LONG_WORD, 144, [long], [Vacancy(100, LAST_KNOWN, LONG_TEXT)]),
        side(LONG_TITLE, None, [holder(source="")]),
        side("", None, [holder(LONG_TITLE, None, vacant=True)]),
    ]
    parts = [Part(LONG_WORD, [long_sitting()]), Part("voorzitter", [])]
    return Composition(benches, parts, [earlier(long_sitting(), sitting(name="", function=""))])


def earlier(*sittings):
    return Earlier("voorzitter", list(sittings))


def reading(label="ondersteunt", name="Voorbeeld Limburg", source="", past=False, full_name=""):
    return Reading(label, name, "#", SINCE, source, past, full_name)


def graph(*names, verbs=("ondersteunt",)):
    """The first one does something to each of the others."""
    kinds = ("organisation", "organ", "working_group")
    nodes = tuple(Node(key, name, kinds[key % 3], "#") for key, name in enumerate(names))
    edges = tuple(Edge(0, node.key, verbs[node.key % len(verbs)]) for node in nodes[1:])
    return Graph(nodes, edges)


def diagram(drawn, is_wide=True):
    """What the partial needs to draw a Graph: on one width, or on two."""
    drawing = Diagram(drawn, narrow.draw(drawn), wide.draw(drawn) if is_wide else None)
    return {"diagram": drawing, "label": "Voorbeeld van een schema. Hetzelfde staat ernaast in woorden."}


def text_table(key, columns=2):
    """The context of a table in a text."""
    label = f"tabel-{key}"
    heads = "".join(f'<th scope="col">Voorbeeld {number}</th>' for number in range(1, columns + 1))
    cells = "".join(f"<td>{number} 000</td>" for number in range(1, columns + 1))
    body = f'<tr><th scope="row">Een voorbeeld van een rij</th>{cells}</tr>' * 3
    caption = f'<caption id="{label}">Voorbeeld van een tabel met {columns} kolommen</caption>'
    words = f"{caption}<thead><tr><td></td>{heads}</tr></thead>"
    return {"label": label, "table": mark_safe(f"<table>{words}<tbody>{body}</tbody></table>")}  # noqa: S308 - ours
