import pytest

from tests.accounts.people import person


@pytest.fixture
def keeper(client):
    """A Beheerder, who may erase."""
    account = person("els", "Beheerder")
    client.force_login(account)
    return account
