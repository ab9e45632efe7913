import pytest
from lxml import html

from pages.style_guide import LONG_WORD, components
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_the_style_guide_shows_every_component_with_its_states(client):
    client.force_login(UserFactory())
    page = client.get("/beheer/stijlgids/").content.decode()

    for name, states in components().items():
        assert f'id="specimen-{name}"' in page
        assert states
    assert page.count(LONG_WORD) > 8


def test_the_style_guide_is_for_staff(client):
    assert client.get("/beheer/stijlgids/").status_code == 302


def test_the_style_guide_shows_the_mails_to_staff_in_both_their_parts(client):
    client.force_login(UserFactory())
    page = html.fromstring(client.get("/beheer/stijlgids/").content.decode())

    letters = [html.fromstring(frame.get("srcdoc")) for frame in page.xpath("//iframe[@sandbox and @title]")]
    assert [letter.xpath("string(//h1)") for letter in letters] == ["Welkom, Voorbeeld", "Kies een nieuw wachtwoord"]
    texts = [text.text_content() for text in page.xpath("//pre")]
    assert all(letter.xpath("//a/@href")[0] in text for letter, text in zip(letters, texts, strict=True))
    assert not page.xpath("//@autofocus")
