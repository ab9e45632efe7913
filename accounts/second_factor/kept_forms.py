"""A form that was sent when the step was asked: kept with the session until it is sent again, as long as that lasts.

The session lies in the database, under the name of one person and one browser; a few forms find room in it, together
as long as a request may be. Of a file it has the token of `files/kept_uploads.py`; one that could not be kept is
chosen again.
"""

import json
import secrets
from dataclasses import dataclass

from django.conf import settings

from files import sent_again

NAME = "second_factor_forms"
MOST = 5  # then the oldest goes
FIELD = "kept_form"


@dataclass(frozen=True)
class KeptForm:
    """`fields`: pairs of name and value, in their order; `files`: pairs of the name of the field and of the file, for
    those that are chosen again."""

    token: str
    address: str
    fields: list
    files: list
    back: str


def keep(request, back):
    """Keep what `request` sent; its token, or "" where it sent nothing."""
    tokens, files = sent_again.files(request)
    fields = sent_again.fields(request, FIELD) + tokens
    if not fields and not files:
        return ""
    token = secrets.token_urlsafe(16)
    form = {"address": request.get_full_path(), "fields": fields, "files": files, "back": back}
    request.session[NAME] = with_room([*others(request, form), (token, form)])
    return token


def with_room(forms):
    """The newest of `forms`, pairs of token and form: the session is read by every request that comes with it."""
    forms = dict(forms[-MOST:])
    while len(forms) > 1 and len(json.dumps(forms)) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        del forms[next(iter(forms))]
    return forms


def others(request, form):
    """Pairs of token and form of those that are not `form` itself, sent once more."""
    waiting = request.session.get(NAME, {}).items()
    return [(token, other) for token, other in waiting if other != form and token != request.POST.get(FIELD)]


def kept(request, token):
    """The form that waits under `token`, or None."""
    form = request.session.get(NAME, {}).get(token)
    return form and KeptForm(token, **form)


def forget(request):
    """What was sent again waits no longer."""
    token = request.POST.get(FIELD)
    if token and token in request.session.get(NAME, {}):
        del request.session[NAME][token]
        request.session.modified = True
