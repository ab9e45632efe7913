"""What asks for the second step: whatever an account that may make something public changes, but for drafts.

And what shows something under embargo, to whoever it is shown (`embargoes.py`).
"""

import re
from functools import cache

from accounts.roles import write_drafts
from accounts.without_role import OWN_DOOR
from files.whole_requests import SAFE

from .drafts import writes_draft
from .embargoes import shows_embargo

# Screens that lead to an act: asked before anything is typed. Lists and histories are read freely.
FORMS = re.compile(
    r"admin:\w+_(?<!simple_)(add|change|delete|delete_translation|import|process_import|advanced|duplicate)"
    r"|admin:djangocms_versioning_\w+version_(publish|unpublish|revert|archive|discard|unlock)"
    r"|admin:djangocms_alias_(create|detach_plugin)|admin:news_newsitem_embargo|press-invitations|schedule-(?!calendar|month)\w+"
)
# To whom mail went, and about what.
MAILS = re.compile(r"admin:letters_letter_\w+")


def asks(request):
    """Whether `request`, of staff, may go on only once it is sure who sends it."""
    name = request.resolver_match.view_name or ""
    if MAILS.fullmatch(name):
        return True
    # The start is part of the way in, and yet names what its user worked on.
    return (name not in OWN_DOOR or name == "admin:index") and (changes(request) or shows_embargo(request))


def changes(request):
    """Whether readers may see another thing after it, or after the form that it opens."""
    name = request.resolver_match.view_name or ""
    if request.method in SAFE and not FORMS.fullmatch(name):
        return False
    return makes_public(request.user) and not writes_draft(request)


def makes_public(user):
    """Whether `user` may do more than write drafts. No query beyond those of the permissions themselves."""
    beyond = user.get_all_permissions() - of_drafts()
    return any(not permission.partition(".")[2].startswith("view_") for permission in beyond)


@cache
def of_drafts():
    return frozenset(write_drafts())
