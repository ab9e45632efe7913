"""What a host name or an origin in the environment means: this machine, a house, or the world."""

from ipaddress import ip_address
from urllib.parse import urlsplit

# Host names that nobody outside a machine, a house or a test can reach (RFC 6761, RFC 6762).
LOCAL_NAMES = ("localhost", "local", "test", "example", "invalid", "internal", "home.arpa")


def is_origin(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def is_local(name: str) -> bool:
    """Whether `name` (a host name or an address, as in ALLOWED_HOSTS) means this machine or a private network."""
    try:
        address = ip_address(name.strip("[]"))
    except ValueError:
        labels = name.lower().rstrip(".")
        return labels != "*" and ("." not in labels or labels.endswith(tuple(f".{local}" for local in LOCAL_NAMES)))
    return address.is_private or address.is_loopback or address.is_unspecified


def everywhere(host: str) -> bool:
    """Whether `host` means every address of this machine, so that no browser can be sent to it."""
    try:
        return ip_address(host).is_unspecified
    except ValueError:
        return False
