import pytest
from django.conf import settings
from django.test.signals import template_rendered
from lxml import html

from pages.style_guide import extremes, guide, pictures
from pages.style_guide.words import LONG_LEAD, LONG_TITLE, LONG_WORD
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

GUIDE, EXTREMES = "/beheer/stijlgids/", "/beheer/stijlgids/uitersten/"
PARTIALS = settings.BASE_DIR / "templates" / "components"
NO_SPECIMEN = {
    "site-header": "frames every page, these two as well",
    "site-footer": "frames every page, these two as well",
    "body-diagram": "reads the bodies of the site and shows `diagram`, which has specimens",
    "body-projects": "reads the projects of the site and shows `project-item`, which has specimens",
    "horizon": "a drawing without words that fills half a window: the login page shows it",
}


@pytest.fixture
def staff(client):
    client.force_login(UserFactory(is_superuser=True))
    return client


@pytest.fixture
def rendered():
    """The names of the partials that were rendered."""
    names = set()

    def remember(template, **kwargs):
        names.add(template.name)

    template_rendered.connect(remember)
    yield names
    template_rendered.disconnect(remember)


@pytest.mark.parametrize(
    ("address", "components"), [(GUIDE, guide.components), (EXTREMES, extremes.extremes)], ids=["guide", "extremes"]
)
def test_a_page_shows_every_component_with_its_states(staff, address, components):
    page = html.fromstring(staff.get(address).content.decode())

    for name, states in components().items():
        section = page.xpath(f'//section[@aria-labelledby="specimen-{name}"]')[0]
        shown = section.xpath('./div[@class="specimens__specimen"]')
        assert len(shown) == len(states) > 0
        for specimen, state in zip(shown, states, strict=True):
            assert specimen.text_content().strip() or specimen.xpath(".//img") or state.name == "niets", name
    assert not page.xpath('//*[starts-with(@id, "cms-")]')
    names = page.xpath("//@id")
    assert len(names) == len(set(names))
    assert {link[1:] for link in page.xpath("//@href") if link.startswith("#") and len(link) > 1} <= set(names)


def test_every_partial_is_on_one_of_the_two_pages(staff, rendered):
    assert staff.get(GUIDE).status_code == staff.get(EXTREMES).status_code == 200

    missing = {path.stem for path in PARTIALS.glob("*.html") if f"components/{path.name}" not in rendered}
    assert missing - NO_SPECIMEN.keys() == set()
    kept = {path.stem for path in PARTIALS.glob("*.html")}
    assert NO_SPECIMEN.keys() <= kept


def test_the_extremes_are_extreme(staff):
    page = html.fromstring(staff.get(EXTREMES).content.decode())

    assert (len(LONG_WORD), len(LONG_TITLE), len(LONG_LEAD)) == (120, 200, 600)
    assert page.text_content().count(LONG_WORD) > 40
    assert len(page.xpath('//section[@aria-labelledby="specimen-attachments"]//li')) > 40
    seats = page.xpath('//section[@aria-labelledby="specimen-seats"]')[0].text_content()
    assert "Deze tafel telt 30 zetels" in " ".join(seats.split())
    assert page.xpath('//section[@aria-labelledby="specimen-featured"]//img[@height > @width]')


@pytest.mark.parametrize("address", [GUIDE, EXTREMES, f"{GUIDE}liggend-640.jpg"])
def test_the_style_guide_is_for_staff(client, address):
    assert client.get(address).status_code == 302


@pytest.mark.parametrize("shape", pictures.SHAPES)
@pytest.mark.parametrize("extension", pictures.FORMATS)
def test_a_specimen_has_its_picture(staff, shape, extension):
    response = staff.get(f"{GUIDE}{shape}-320.{extension}")

    assert response.status_code == 200
    assert response["Content-Type"] == pictures.FORMATS[extension][0]


@pytest.mark.parametrize("name", ["rond-320.jpg", "liggend-321.jpg", "liggend-320.png"])
def test_there_is_no_other_picture(staff, name):
    assert staff.get(GUIDE + name).status_code == 404


def test_the_style_guide_shows_the_mails_to_staff_in_both_their_parts(staff):
    page = html.fromstring(staff.get(GUIDE).content.decode())

    letters = [html.fromstring(frame.get("srcdoc")) for frame in page.xpath("//iframe[@sandbox and @title]")]
    assert [letter.xpath("string(//h1)") for letter in letters] == ["Welkom, Voorbeeld", "Kies een nieuw wachtwoord"]
    texts = [text.text_content() for text in page.xpath("//pre")]
    assert all(letter.xpath("//a/@href")[0] in text for letter, text in zip(letters, texts, strict=True))
    assert not page.xpath("//@autofocus")
