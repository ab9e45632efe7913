"""A form that was sent when the step was asked: kept with the session until it is sent again, for an hour at most.

The session lies in the database, under the name of one person and one browser. Of a file it has the token of
`files/kept_uploads.py`; one that could not be kept is chosen again.
"""

import time
from dataclasses import dataclass

from files import kept_uploads

NAME = "second_factor_form"
SECONDS = 3600
LONGEST = 1_000_000  # signs; a text of a hundred pages has 300,000
CSRF = "csrfmiddlewaretoken"


@dataclass(frozen=True)
class KeptForm:
    """`fields`: pairs of name and value, in their order; `files`: pairs of the name of the field and of the file, for
    those that are chosen again."""

    address: str
    fields: list
    files: list
    back: str
    since: int


def keep(request, back):
    """Keep what `request` sent, if anything; whether it did."""
    fields = [[name, value] for name, values in request.POST.lists() if is_typed(name) for value in values]
    if sum(len(name) + len(value) for name, value in fields) > LONGEST:
        return False
    tokens, files = kept_files(request)
    fields += tokens
    if not fields and not files:
        return False
    request.session[NAME] = {
        "address": request.get_full_path(),
        "fields": fields,
        "files": files,
        "back": back,
        "since": int(time.time()),
    }
    return True


def is_typed(name):
    """What was kept already stands among the files (`kept_uploads.UploaderMiddleware`)."""
    return name != CSRF and not name.endswith(kept_uploads.SUFFIX)


def kept_files(request):
    """Pairs of the field and the token of what could be kept; and of the field and the name of what could not."""
    sent = [(name, file, kept_uploads.keep(file)) for name, files in request.FILES.lists() for file in files]
    tokens = [[name + kept_uploads.SUFFIX, token] for name, _file, token in sent if token]
    return tokens, [[name, file.name] for name, file, token in sent if not token]


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
