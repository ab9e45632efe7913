"""Every component with its states, as an editor meets them on an ordinary day."""

from types import SimpleNamespace as Specimen

from django.utils.translation import gettext as _

from accounts.forms import ForgottenPasswordForm
from open_data.catalogue import DATASETS
from open_data.formats import ALL
from open_data.views import COLUMNS
from publication.choices import Licence

from . import places, press, specimens, tables
from .specimens import SpecimenPicture, State


def components():
    """Names of partials with their states."""
    rooms = texts() | lists() | bodies() | tables_and_diagrams() | of_places() | press.components()
    return rooms | data() | navigation()


def texts():
    facts = Specimen(heading="Voorbeeld")
    caption = {"figure_caption": "Een voorbeeld van een bijschrift."}
    return {
        "article-header": [
            State(_("one"), {"content": specimens.news()}),
            State(_("of an earlier year"), {"content": specimens.news(year=2017)}),
        ],
        "featured": [State(_("one"), featured(SpecimenPicture()))],
        "figure": [
            State(_("landscape"), {"figure_picture": SpecimenPicture()} | caption),
            State(_("portrait"), {"figure_picture": specimens.portrait(credit="")} | caption),
        ],
        "text-table": [
            State(_("one"), tables.text_table("voorbeeld")),
            State(_("many"), tables.text_table("breed", 9)),
        ],
        "quotation": [State(_("one"), {"quotation": specimens.quotation(source="voorbeeldbron")})],
        "facts": [State(_("one"), {"facts": [specimens.fact()], "instance": facts})],
        "attachments": [State(_("one"), {"attachments": [specimens.document(files=files()[:1])]})],
        "external-links": [State(_("many"), {"links": links(), "heading": "Voorbeeld"})],
        "contact-block": [State(_("one"), {"body": specimens.body(), "contact_points": contacts()})],
    }


def featured(picture, title="Voorbeeld van een bericht", lead="Een voorbeeld van een inleiding.", **proof):
    content = specimens.news(title, lead, picture=picture, picture_caption="Een voorbeeld van een bijschrift.")
    return {"content": content, "instance": Specimen(pk=1, heading="")} | proof


def files():
    return [specimens.file(), specimens.file("pptx", 4_300_000, 24)]


def links():
    return [Specimen(name="Voorbeeld", url="https://example.org/"), Specimen(name="Nog een voorbeeld", url="")]


def contacts():
    known = {"email": "voorbeeld@example.org", "telephone": "011 00 00 00", "address": "Voorbeeldplein 1"}
    return [specimens.contact(name="Voorbeeld", **known)]


def lists():
    return {
        "news-item": [
            State(_("one"), {"item": specimens.news()}),
            State(_("of an earlier year"), {"item": specimens.news(year=2017)}),
        ],
        "latest-news": [State(_("many"), {"items": [specimens.news(), specimens.news(year=2017)]})],
        "document-item": [
            State(_("without a file"), {"document": specimens.document()}),
            State(_("many"), {"document": specimens.document(files=files())}),
        ],
        "latest-documents": [State(_("one"), {"documents": [specimens.document(files=files())]})],
        "project-item": [
            State(_("one"), {"project": specimens.project(latest_phase=specimens.phase(), eu_support=True)}),
        ],
        "theme-item": [State(_("one"), {"theme": specimens.theme(), "numbers": {"bodies": 1, "news": 12}})],
        "theme-links": [State(_("many"), {"themes": [specimens.theme(), specimens.theme("nog een voorbeeld")]})],
        "timeline": [
            State(_("nothing"), {"listing": specimens.timeline()}),
            State(_("one"), {"listing": specimens.timeline(specimens.fact_of_history(links=["Voorbeeld Limburg"]))}),
        ],
    }


def bodies():
    project = specimens.project(region="Limburg", participant_count=3, eu_support=True)
    partners = [("Voorbeeld Limburg", "#", "promotor"), ("Nog een voorbeeld", None, "")]
    return {
        "body-header": [State(_("one"), {"content": specimens.body()})],
        "body-facts": [State(_("one"), {"content": specimens.body(status_note="Een voorbeeld.")})],
        "body-item": [State(_("one"), {"body": specimens.body()})],
        "bodies": [
            State(_("many"), {"bodies": [specimens.body(), specimens.body("NBD"), specimens.body("", "Dienst")]})
        ],
        "contact-points": [
            State(_("nothing"), {"contact_points": []}),
            State(_("one"), {"contact_points": contacts()}),
        ],
        "project-header": [State(_("one"), {"content": project})],
        "project-facts": [
            State(_("nothing"), {"content": specimens.project()}),
            State(_("many"), {"content": project, "partners": partners}),
        ],
        "phases": [State(_("many"), {"phases": [specimens.phase(date="2016"), specimens.phase("Een voorbeeld")]})],
    }


def tables_and_diagrams():
    graph = tables.graph("Voorbeeld 1", "Voorbeeld 2", "Voorbeeld 3", verbs=("ondersteunt", "zit in"))
    return {
        "seats": [
            State(_("nothing"), tables.seats(tables.Composition())),
            State(_("one"), tables.seats(tables.small_table())),
            State(_("wrong"), tables.seats(tables.small_table(), "op=gisteren")),
        ],
        "earlier-holders": [State(_("many"), {"earlier": tables.earlier(tables.sitting(), tables.sitting(""))})],
        "relations": [
            State(_("one"), {"readings": [tables.reading()]}),
            State(_("many"), {"readings": [tables.reading(), tables.reading("zit in", past=True)]}),
        ],
        "diagram": [
            State(_("wide"), tables.diagram(graph)),
            State(_("narrow"), tables.diagram(graph, is_wide=False)),
        ],
        "hangs-together": [State(_("many"), {"graph": graph})],
    }


def of_places():
    before, after = [places.area("Voorbeeld 1", 101), places.area("Voorbeeld 2", 102)], places.area("Voorbeeld 3", 103)
    merger = places.merger(before, [after])
    page = places.overview(places.areas(6), merger)
    return {
        "area-search": [
            State(_("nothing"), places.search(page)),
            State(_("one"), places.search(page, "voorbeeld", [after])),
            State(_("not found"), places.search(page, "vorbeld", alike=before)),
            State(_("wrong"), places.search(page, "x")),
        ],
        "area-counts": [State(_("many"), {"overview": page})],
        "area-index": [State(_("many"), {"overview": page})],
        "area-place": [State(_("one"), {"place": places.place()})],
        "mergers": [
            State(_("nothing"), {"portrait": places.portrait_of(after)}),
            State(_("one"), {"portrait": places.portrait_of(after, [merger])}),
        ],
        "participations": [
            State(_("nothing"), {"portrait": places.portrait_of(after)}),
            State(_("many"), {"portrait": places.portrait_of(after, part_names=["Voorbeeld", "Dienst"], unnamed=1)}),
        ],
    }


def data():
    return {
        "dataset": [State(_("many"), {"dataset": DATASETS[0], "modified": tables.today()})],
        "columns": [State(_("one"), dict(zip(("title", "file", "table"), COLUMNS[0], strict=True)))],
        "data-links": [State(_("many"), {"formats": [(form, "#") for form in ALL.values()]})],
        "licence": [
            State(_("nothing"), {"licence": None}),
            *(State(licence.label, {"licence": licence}) for licence in (Licence.CC0, Licence.FLEMISH_FREE)),
        ],
    }


def navigation():
    return {
        "breadcrumbs": [State(_("many"), {"crumbs": specimens.crumbs("Voorbeeld", "Voorbeeld van een pagina")})],
        "filters": [State(_("many"), {"listing": specimens.filters("alles", "voorbeeld 1", "voorbeeld 2", current=1)})],
        "pager": [State(_("many"), {"listing": specimens.pager(2, 40)})],
    }


def forms():
    """Fields as they come, and as they come back."""
    wrong = ForgottenPasswordForm({"email": "voorbeeld"})
    return {
        "form-field": [
            State(_("one"), {"field": ForgottenPasswordForm(auto_id="example_%s")["email"]}),
            State(_("wrong"), {"field": wrong["email"]}),
        ],
        "error-summary": [State(_("one"), {"form": wrong})],
    }
