"""Where a link in a file may lead: to a page on the web, to somebody, or to another place in the file."""

import re

SAFE = re.compile(r"(https?://|mailto:|tel:|www\.|#)", re.IGNORECASE)
UNSEEN = re.compile(r"[\x00-\x20\x7f]+")


def is_safe(address):
    """Whether `address` is empty or of such a kind, for a program that skips what nobody sees, as some do."""
    address = UNSEEN.sub("", address)
    return not address or bool(SAFE.match(address))
