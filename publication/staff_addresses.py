"""Where the addresses of staff begin. Any room may ask, so that it stands in a low one, and imports nothing."""

STAFF_PREFIX = "/beheer/"
