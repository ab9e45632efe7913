"""One spelling for the names that people log in with."""

from unicodedata import normalize


def canonical(name):
    """Return `name` in the one spelling that stands for all that look the same.

    Invited people log in with their e-mail address in this spelling, however they type it, and the lockout
    counts by it. Done twice, as folding can leave something to normalise.
    """
    for _ in range(2):
        name = normalize("NFKC", name).casefold().strip()
    return name
