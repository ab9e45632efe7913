import pytest

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
