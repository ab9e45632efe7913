"""A picture is public only while something published shows it, and no embargo holds it back.

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
    return not picture.is_held_back(at) and any(test(picture, site, at) for test in _tests)


def is_open(picture, guest=None):
    """Whether what is public may show `picture` now: its page, its kit, its card, a block. An embargo holds for the
    picture wherever it stands; `guest`, who has a personal link, sees what waits with the release of that link.
    """
    return not picture.is_under_embargo or (guest is not None and guest.may_see(picture))


def open_photos(photos, guest=None):
    """Of rows with a `picture` those that what is public may show now."""
    return [photo for photo in photos if is_open(photo.picture, guest)]
