"""What a form sent, for a form that sends it again after a question: its fields hidden, its files as tokens."""

from .kept_uploads import SUFFIX, keep

CSRF = "csrfmiddlewaretoken"


def fields(request, *but):
    """Pairs of name and value, in their order, of all that was typed but for those named in `but`."""
    lists = [(name, values) for name, values in request.POST.lists() if is_sent_again(name) and name not in but]
    return [[name, value] for name, values in lists for value in values]


def is_sent_again(name):
    """A password is typed again: it may stand on no page. What was kept already is among the files."""
    return name != CSRF and not name.endswith(SUFFIX) and "password" not in name.lower()


def files(request):
    """Pairs of the field and the token of what could be kept; and of the field and the name of what could not."""
    sent = [(name, file, keep(file)) for name, files in request.FILES.lists() for file in files]
    tokens = [[name + SUFFIX, token] for name, _file, token in sent if token]
    return tokens, [[name, file.name] for name, file, token in sent if not token]
