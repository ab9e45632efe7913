"""A picture is public only while something published shows it, and no embargo holds it back.

The rooms that show pictures register a test here; this room knows none of them.
"""

from django.utils import timezone

_tests = []


def register_showing(test):
    """Add `test(key, site, at)`, which tells whether something public shows the picture with that key."""
    _tests.append(test)
    return test


def is_shown(picture, site, at=None):
    """Whether readers of `site` can meet `picture` somewhere at the moment `at` (now, by default)."""
    return stands_in_public(picture.pk, site, at) and not picture.is_held_back(at)


def stands_in_public(key, site, at=None):
    """The same of a picture of which the key alone is known, and perhaps an embargo holds it back still.

    Of what is not public every test is asked: how long it takes tells no stranger whether there is such a picture.
    """
    return any(test(key, site, at or timezone.now()) for test in _tests)


def is_open(picture, guest=None):
    """Whether what is public may show `picture` now: its page, its kit, its card, a block. An embargo holds for the
    picture wherever it stands; `guest`, who has a personal link, sees what waits with the release of that link.
    """
    return not picture.is_under_embargo or (guest is not None and guest.may_see(picture))


def open_photos(photos, guest=None):
    """Of rows with a `picture` those that what is public may show now."""
    return [photo for photo in photos if is_open(photo.picture, guest)]
