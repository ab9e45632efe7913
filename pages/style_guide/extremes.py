"""What nobody plans for: empty, far too many, far too long. Whatever an editor types, the page must hold."""

from types import SimpleNamespace as Specimen

from django.utils.translation import gettext as _

from publication.choices import Licence

from . import places, press, specimens, tables
from .guide import featured
from .specimens import SpecimenPicture, State
from .words import LONG_LEAD, LONG_MAIL, LONG_TEXT, LONG_TITLE, LONG_URL, LONG_WORD, NAME_WITHOUT_SPACES

MANY = 40


def extremes():
    """Names of partials with the states that break a careless page."""
    return articles() | lists() | bodies() | hanging_together() | of_places() | press.extremes() | navigation()


def articles():
    files = [specimens.file("docx", 49_000_000, None)] * 2
    documents = [specimens.document(f"Voorbeeld van bijlage {n}", files[:1]) for n in range(MANY)]
    long_document = specimens.long_document(files)
    proof = {"quotation": specimens.quotation(LONG_TEXT, NAME_WITHOUT_SPACES, LONG_TITLE), "attachments": documents[:3]}
    words = {"alt": LONG_TEXT, "credit": f"{NAME_WITHOUT_SPACES} {LONG_TITLE}"}
    return {
        "article-header": [
            State(_("a long word"), {"content": specimens.news(LONG_WORD, LONG_WORD * 2, year=2017)}),
            State(_("too much"), {"content": specimens.news(LONG_TITLE, LONG_LEAD, year=2017)}),
        ],
        "featured": [
            State(_("without a picture"), featured(None, "Voorbeeld zonder beeld")),
            State(_("portrait"), featured(specimens.portrait(), "Voorbeeld van een staand beeld")),
            State(_("too much"), featured(SpecimenPicture(**words), LONG_TITLE, LONG_LEAD, **proof)),
            State(_("a long word"), featured(SpecimenPicture(), LONG_WORD, LONG_WORD)),
        ],
        "figure": [
            State(_("portrait"), {"figure_picture": specimens.portrait(**words), "figure_caption": LONG_LEAD}),
            State(_("a long word"), {"figure_picture": SpecimenPicture(), "figure_caption": LONG_URL}),
        ],
        "quotation": [
            State(
                _("too much"), {"quotation": specimens.quotation(LONG_LEAD, NAME_WITHOUT_SPACES, LONG_TITLE, LONG_URL)}
            ),
            State(_("a long word"), {"quotation": specimens.quotation(LONG_WORD, LONG_WORD, LONG_WORD, LONG_WORD)}),
        ],
        "facts": [
            State(
                _("too much"),
                {
                    "facts": [specimens.fact(LONG_WORD, LONG_WORD, LONG_URL), specimens.fact(LONG_TITLE, LONG_TEXT)],
                    "instance": Specimen(heading=LONG_TITLE),
                },
            ),
        ],
        "attachments": [
            State(_("many"), {"attachments": documents}),
            State(_("too much"), {"attachments": [long_document]}),
        ],
        "external-links": [
            State(_("nothing"), {"links": [], "editing": True}),
            State(
                _("too much"),
                {
                    "links": [Specimen(name=name, url=LONG_URL) for name in (LONG_WORD, LONG_URL, LONG_TITLE)],
                    "heading": LONG_WORD,
                },
            ),
        ],
        "eu-support": [State(_("too much"), {"content": specimens.long_project()})],
    }


def lists():
    long_news = specimens.news(f"{LONG_WORD} {LONG_TITLE}"[:200], LONG_LEAD, year=2017)
    long_document = specimens.long_document([specimens.file("docx", 49_000_000, 1200)])
    themes = [specimens.theme(f"voorbeeldthema {n}") for n in range(MANY)]
    numbers = dict.fromkeys(("bodies", "projects", "news", "documents"), 1234)
    return {
        "news-item": [State(_("too much"), {"item": long_news})],
        "latest-news": [
            State(_("nothing"), {"items": [], "editing": True}),
            State(_("many"), {"items": [specimens.news(f"Voorbeeld {n}") for n in range(12)]}),
        ],
        "document-item": [
            State(_("many"), {"document": specimens.document(files=[specimens.file()] * MANY)}),
            State(_("too much"), {"document": long_document}),
        ],
        "latest-documents": [State(_("nothing"), {"documents": [], "editing": True})],
        "project-item": [
            State(_("nothing"), {"project": specimens.project(aim="")}),
            State(_("too much"), {"project": specimens.long_project()}),
        ],
        "theme-item": [State(_("too much"), {"theme": specimens.theme(LONG_WORD), "numbers": numbers})],
        "theme-links": [State(_("many"), {"themes": [*themes, specimens.theme(LONG_WORD)]})],
        "timeline": [
            State(
                _("too much"),
                {
                    "listing": specimens.timeline(
                        specimens.fact_of_history(LONG_WORD, LONG_TEXT, links=[LONG_WORD] * 4, secondary=True),
                        *(specimens.fact_of_history(LONG_TITLE, date="2017") for _n in range(3)),
                    )
                },
            ),
        ],
    }


def bodies():
    crowd = [specimens.body(f"VB{n}", f"Voorbeeld {n}") for n in range(7)]
    points = [specimens.contact(f"Voorbeeld {n}", email="voorbeeld@example.org") for n in range(12)]
    long_contact = specimens.contact(
        LONG_WORD, name=NAME_WITHOUT_SPACES, email=LONG_MAIL, telephone="011 00 00 00 " * 3, address=LONG_WORD
    )
    partners = [(LONG_WORD, "#", LONG_TITLE), (NAME_WITHOUT_SPACES, None, LONG_WORD)] * 3
    return {
        "body-header": [State(_("too much"), {"content": specimens.long_body()})],
        "body-facts": [State(_("too much"), {"content": specimens.long_body()})],
        "body-item": [State(_("too much"), {"body": specimens.long_body()})],
        "bodies": [
            State(_("nothing"), {"bodies": [], "editing": True}),
            State(_("many"), {"bodies": [*crowd, specimens.long_body()]}),
        ],
        "contact-points": [State(_("many"), {"contact_points": [*points, long_contact]})],
        "contact-block": [State(_("too much"), {"body": specimens.long_body(), "contact_points": [long_contact]})],
        "project-header": [State(_("too much"), {"content": specimens.long_project()})],
        "project-facts": [State(_("too much"), {"content": specimens.long_project(), "partners": partners})],
        "phases": [
            State(_("many"), {"phases": [specimens.phase(date=str(year)) for year in range(2000, 2012)]}),
            State(_("too much"), {"phases": [specimens.phase(LONG_TEXT, LONG_URL)]}),
        ],
    }


def hanging_together():
    names = [f"Voorbeeldorganisatie met een naam {n}" for n in range(6)]
    crowd = tables.graph("Voorbeeld", *names, verbs=("ondersteunt", "zit in", "volgt op"))
    long = tables.graph(LONG_WORD, LONG_TITLE[:80], NAME_WITHOUT_SPACES)
    readings = [tables.reading("wordt ondersteund door", LONG_WORD, LONG_URL, full_name=LONG_TITLE)]
    return {
        "seats": [
            State(_("nothing"), tables.seats(tables.Composition(begins_later="6 februari 2017"))),
            State(_("many"), tables.seats(tables.full_table())),
            State(_("too much"), tables.seats(tables.long_table(), f"op={LONG_WORD}")),
        ],
        "earlier-holders": [
            State(_("many"), {"earlier": tables.earlier(*[tables.sitting()] * 12)}),
            State(_("too much"), {"earlier": tables.earlier(tables.long_sitting(), tables.sitting())}),
        ],
        "relations": [
            State(_("too much"), {"readings": readings}),
            State(_("many"), {"readings": [tables.reading(name=f"Voorbeeld {n}") for n in range(MANY)]}),
        ],
        "diagram": [
            State(_("many"), tables.diagram(crowd)),
            State(_("too much"), tables.diagram(long)),
        ],
        "hangs-together": [State(_("too much"), {"graph": long})],
    }


def of_places():
    found, long = places.areas(60), places.area(NAME_WITHOUT_SPACES, 999)
    merger = places.merger([*found[:8], long], [places.area(LONG_WORD, 998)], LONG_URL)
    page = places.overview([*found, long], merger)
    names = [LONG_WORD, LONG_TITLE, NAME_WITHOUT_SPACES]
    portrait = places.portrait_of(long, [merger], names, LONG_URL, unnamed=3)
    return {
        "area-search": [
            State(_("many"), places.search(page, "voorbeeld", found)),
            State(_("too much"), places.search(page, NAME_WITHOUT_SPACES, alike=[long])),
        ],
        "area-counts": [State(_("nothing"), {"overview": places.overview([])})],
        "area-index": [State(_("many"), {"overview": page})],
        "area-place": [State(_("too much"), {"place": places.place(LONG_WORD, LONG_URL)})],
        "mergers": [State(_("too much"), {"portrait": portrait})],
        "participations": [State(_("too much"), {"portrait": portrait})],
    }


def navigation():
    long = specimens.filters(*[f"voorbeeld {n}" for n in range(MANY)], LONG_WORD, current=MANY, title=LONG_TITLE)
    csv = Specimen(media_type="text/csv", label="CSV")
    files = [Specimen(path="#", slug=f"bestand-{n}", label=LONG_WORD, format=csv) for n in range(12)]
    dataset = Specimen(slug="voorbeeld", title=LONG_WORD, description=LONG_TEXT, files=files)
    column = Specimen(name=NAME_WITHOUT_SPACES, meaning=LONG_TEXT)
    return {
        "breadcrumbs": [State(_("too much"), {"crumbs": specimens.crumbs(LONG_TITLE, LONG_WORD, LONG_TITLE)})],
        "filters": [State(_("many"), {"listing": long})],
        "pager": [State(_("many"), {"listing": specimens.pager(12_345, 99_999)})],
        "dataset": [State(_("too much"), {"dataset": dataset, "modified": None})],
        "columns": [
            State(_("too much"), {"title": LONG_TITLE, "file": LONG_URL, "table": Specimen(columns=[column] * 3)})
        ],
        "licence": [State(_("many"), {"licence": licence}) for licence in Licence],
    }
