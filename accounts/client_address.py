"""The address that a request comes from, also behind a reverse proxy."""

from functools import lru_cache
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


def client_address(request):
    """Return the address of the client as text, or None where there is none (a socket file).

    X-Forwarded-For is read from the right, as each proxy adds to its end, and only as far as trusted proxies
    wrote it: what a client puts in it itself is never believed.
    """
    nearest = parse(request.META.get("REMOTE_ADDR", ""))
    if nearest is None:
        return None
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    while is_trusted(nearest) and hops:
        hop = parse(hops.pop())
        if hop is None:
            break
        nearest = hop
    return str(nearest)


def parse(text):
    """Return the address that `text` starts with ("10.0.0.1:4711", "[::1]:80"), or None if it holds none."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        # A zone ("%eth0") means nothing to a database.
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def is_trusted(address):
    return any(address in network for network in trusted_networks())


def trusted_networks():
    """The addresses and networks of settings.TRUSTED_PROXIES. Raises ImproperlyConfigured for anything else."""
    return _networks(tuple(settings.TRUSTED_PROXIES))


@lru_cache
def _networks(names):
    try:
        return [ip_network(name.strip()) for name in names]
    except ValueError as error:
        raise ImproperlyConfigured(f"TRUSTED_PROXIES takes addresses and networks: {error}") from None
