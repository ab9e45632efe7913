"""A form that was sent when the step was asked: kept with the session until it is sent again, for an hour at most.

The session lies in the database, under the name of one person and one browser. Files are not kept: they are chosen
again.
"""

import time
from dataclasses import dataclass

NAME = "second_factor_form"
SECONDS = 3600
LONGEST = 1_000_000  # signs; a text of a hundred pages has 300,000
CSRF = "csrfmiddlewaretoken"


@dataclass(frozen=True)
class KeptForm:
    """`fields`: pairs of name and value, in their order; `files`: pairs of the name of the field and of the file."""

    address: str
    fields: list
    files: list
    back: str
    since: int


def keep(request, back):
    """Keep what `request` sent, if anything; whether it did."""
    fields = [[name, value] for name, values in request.POST.lists() if name != CSRF for value in values]
    files = [[name, file.name] for name, sent in request.FILES.lists() for file in sent]
    if not fields and not files or sum(len(name) + len(value) for name, value in fields) > LONGEST:
        return False
    request.session[NAME] = {
        "address": request.get_full_path(),
        "fields": fields,
        "files": files,
        "back": back,
        "since": int(time.time()),
    }
    return True


def kept(request):
    """The form that waits, or None."""
    stored = request.session.get(NAME)
    form = stored and KeptForm(**stored)
    return form if form and time.time() - form.since < SECONDS else None


def forget(request):
    """Once it is sent again to where it was meant for, it waits no longer."""
    form = request.method == "POST" and request.session.get(NAME)
    if form and form["address"] == request.get_full_path():
        del request.session[NAME]
