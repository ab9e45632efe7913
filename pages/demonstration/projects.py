"""The projects that our sources name, and the themes of what the demonstration shows."""

from news.models import NewsContent
from organisations.models import ContactPoint, OrganizationContent, Theme
from projects.models import Project, ProjectContent

from .content import LIRES

LIRES_PROJECT = {
    "slug": "lires",
    "title": "LIRES",
    "full_name": "Limburgse Regionale Economische Samenwerking",
    "aim": "LIRES wil de streken van Limburg meer economische en stedelijke draagkracht geven. Het project zoekt per "
    "streek naar plannen die veel betekenen voor haar ontwikkeling.",
    "region": "Noord-, Midden-, West- en Zuid-Limburg en Maasland",
    "start": "2016-08-01",
    "end": "2020-10-31",
    "eu_support": True,
    "funder": "Europees Sociaal Fonds (ESF)",
    "programme": "Oproep “Versterkt Streekbeleid”",
    "number": "6297",
    "participant_count": 39,
    "source": LIRES,
}
LIRES_BODY = [
    (
        "text",
        "<h2>Hoe gaat LIRES te werk?</h2>"
        "<ol><li>Experten bekijken per streek welke kansen de economie er heeft. Ze vertrekken van SALK, het "
        "Strategisch Actieplan voor Limburg in het Kwadraat.</li>"
        "<li>De burgemeesters kiezen daarna mee de projecten die een streek vooruithelpen.</li></ol>"
        "<h2>Wat leverde het op?</h2>"
        "<p>Het project is afgelopen. Wat het heeft opgeleverd, staat niet in onze bronnen.</p>",
    ),
    ("links", "Meer over LIRES", [("LIRES bij POM Limburg", "https://pomlimburg.be/kennis/lires/")]),
]
LIRES_PHASES = [
    {
        "step": "filed",
        "start": "2016-04",
        "end": "2016-04",
        "note": "Door ERSV Limburg, het Erkend Regionaal Samenwerkingsverband",
    },
    {"step": "approved", "start": "2016-06", "end": "2016-06"},
    {"step": "running", "start": "2016-08-01", "end": "2020-10-31", "note": "Startmoment op 6 februari 2017"},
    {"step": "finished", "start": "2020-10-31", "end": "2020-10-31"},
]
DOCUMENTS = ["persbericht-lires", "presentatie-lires"]

THEMES_OF_BODIES = {
    "ersv-limburg": ["streekontwikkeling", "economie-en-ondernemen", "arbeidsmarkt"],
    "resoc-limburg": ["streekontwikkeling", "economie-en-ondernemen", "arbeidsmarkt"],
    "serr-limburg": ["economie-en-ondernemen", "arbeidsmarkt"],
    "pom-limburg": ["economie-en-ondernemen"],
}
THEMES_OF_NEWS = {
    "lires-startmoment": ["streekontwikkeling", "economie-en-ondernemen"],
    "ford-genk-salk-2013": ["streekontwikkeling", "economie-en-ondernemen"],
    "streekpact-2014": ["streekontwikkeling", "economie-en-ondernemen", "arbeidsmarkt"],
}
THEME_OF_CONTACT = "streekontwikkeling"


def load(loader):
    content = load_project(
        loader, LIRES_PROJECT, phases=LIRES_PHASES, partners={"ersv-limburg": "indiener"}, body=LIRES_BODY
    )
    content.documents.set(loader.documents[slug] for slug in DOCUMENTS)
    content.themes.set(themes("streekontwikkeling", "economie-en-ondernemen"))
    give_themes()
    for item in NewsContent.everything.filter(news_item__slug="lires-startmoment"):
        item.projects.add(content.project)


def load_project(loader, values, phases=(), partners=(), body=()):
    """A published project; `partners` maps the slug of a body to its role."""
    fields = {name: value for name, value in values.items() if name != "slug"}
    content = ProjectContent.everything.create(project=loader.grouper(Project, values["slug"]), **fields)
    for phase in phases:
        content.phases.create(source=fields["source"], **phase)
    for slug, role in dict(partners).items():
        content.partners.create(organization=loader.bodies[slug], role=role)
    loader.fill(content.body, body)
    loader.publish(content)
    return content


def themes(*slugs):
    return Theme.objects.filter(slug__in=slugs)


def give_themes():
    for slug, slugs in THEMES_OF_BODIES.items():
        for content in OrganizationContent.everything.filter(organization__slug=slug):
            content.themes.set(themes(*slugs))
    for slug, slugs in THEMES_OF_NEWS.items():
        for content in NewsContent.everything.filter(news_item__slug=slug):
            content.themes.set(themes(*slugs))
    ContactPoint.objects.create(
        content=OrganizationContent.everything.get(organization__slug="ersv-limburg"),
        theme=themes(THEME_OF_CONTACT).get(),
        label="Voorbeeld: vragen over streekontwikkeling",
        name="Voorbeeld (echte gegevens nog aan te vullen)",
        email="voorbeeld@example.org",
        telephone="011 00 00 00",
        position=1,
    )
