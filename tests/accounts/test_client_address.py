"""Where a login came from, as it is written down for the lockout."""

import pytest
from axes.models import AccessAttempt
from django.core.exceptions import ImproperlyConfigured

from accounts.client_address import trusted_networks

from .people import log_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def address_of_login(client, settings):
    def address(remote, forwarded=None, trusted=()):
        settings.TRUSTED_PROXIES = list(trusted)
        headers = {"REMOTE_ADDR": remote} | ({"HTTP_X_FORWARDED_FOR": forwarded} if forwarded is not None else {})
        log_in(client, "iemand", "fout", **headers)
        return AccessAttempt.objects.get().ip_address

    return address


def test_without_a_proxy_the_address_is_that_of_the_connection(address_of_login):
    assert address_of_login("198.51.100.7") == "198.51.100.7"


def test_a_header_from_anybody_else_than_a_trusted_proxy_is_not_believed(address_of_login):
    assert address_of_login("198.51.100.7", "203.0.113.1", trusted=["10.0.0.1"]) == "198.51.100.7"


def test_a_trusted_proxy_tells_the_address(address_of_login):
    assert address_of_login("10.0.0.1", "203.0.113.1", trusted=["10.0.0.1"]) == "203.0.113.1"


def test_what_the_client_itself_puts_before_the_address_is_not_believed(address_of_login):
    assert address_of_login("10.0.0.1", "192.0.2.9, 203.0.113.1", trusted=["10.0.0.1"]) == "203.0.113.1"


def test_two_trusted_proxies_after_each_other_are_both_passed(address_of_login):
    trusted = ["10.0.0.0/24", "2001:db8::1"]
    assert address_of_login("10.0.0.1", "203.0.113.1, 2001:db8::1", trusted=trusted) == "203.0.113.1"


def test_a_request_of_the_proxy_itself_has_the_address_of_the_proxy(address_of_login):
    assert address_of_login("10.0.0.1", "10.0.0.2", trusted=["10.0.0.0/24"]) == "10.0.0.2"


@pytest.mark.parametrize(
    "forwarded",
    [
        "",
        ",",
        "unknown",
        "203.0.113.1, unknown",
        "203.0.113.1,",
        "999.1.1.1",
        "\x00",
        "é",
        "[",
        "%",
        "1.2.3.4/8",
        ":" * 9,
    ]
    + ["1" * 4000],
)
def test_a_malformed_header_leaves_the_address_of_the_proxy(address_of_login, forwarded):
    assert address_of_login("10.0.0.1", forwarded, trusted=["10.0.0.1"]) == "10.0.0.1"


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("203.0.113.1:4711", "203.0.113.1"),
        ("::ffff:203.0.113.1", "203.0.113.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("[2001:db8:1:2:3:4:5:6]:4711", "2001:db8:1:2::"),
        ("fe80::1%eth0", "fe80::"),
    ],
)
def test_every_way_of_writing_an_address_is_understood(address_of_login, forwarded, address):
    """Of IPv6 the network is kept: a home has 2^64 addresses, and would have as many times five tries."""
    assert address_of_login("10.0.0.1", forwarded, trusted=["10.0.0.1"]) == address


@pytest.mark.parametrize("remote", ["", "unix:"])
def test_a_connection_without_an_address_has_none(address_of_login, remote):
    assert address_of_login(remote, "203.0.113.1", trusted=["10.0.0.1"]) is None


def test_a_trusted_proxy_that_is_no_address_is_an_error_of_the_settings(settings):
    settings.TRUSTED_PROXIES = ["proxy.example.org"]
    with pytest.raises(ImproperlyConfigured):
        trusted_networks()
