import pytest

from tests.factories import UserFactory


@pytest.fixture
def editor(client):
    """Somebody who may do everything, logged in."""
    user = UserFactory(is_superuser=True)
    client.force_login(user)
    return user
