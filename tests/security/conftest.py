"""A site that readers reach, and one that has lost its database."""

import socket

import pytest


@pytest.fixture(scope="session")
def server(start):
    """The port of the site on an empty embedded database."""
    return start()


@pytest.fixture(scope="session")
def server_without_database(start):
    """The port of the site whose PostgreSQL does not answer."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        nobody = closed.getsockname()[1]
    return start(
        DATABASE_URL=f"postgres://nobody:nothing@127.0.0.1:{nobody}/nowhere",
        SECRET_KEY="only-for-the-tests-0123456789-abcdefghijklmnopqrstuvwxyz",
        ALLOWED_HOSTS="127.0.0.1",
        HTTPS="no",
    )
