"""A picture is public only while something published shows it.

The rooms that show pictures register a test here; this room knows none of them.
"""

from django.utils import timezone

_tests = []


def register_showing(test):
    """Add `test(picture, site, at)`, which tells whether something public shows the picture."""
    _tests.append(test)
    return test


def is_shown(picture, site, at=None):
    """Whether readers of `site` can meet `picture` somewhere at the moment `at` (now, by default)."""
    at = at or timezone.now()
    if picture.embargo_until and picture.embargo_until > at:
        return False
    return any(test(picture, site, at) for test in _tests)
