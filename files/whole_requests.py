"""A request that changes something does so wholly or not at all, in the database and on disk."""

import re
from functools import partial
from pathlib import Path

from django.db import connection, transaction

from .storage import written_files

SAFE = {"GET", "HEAD", "OPTIONS", "TRACE"}
WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|WITH)\b", re.IGNORECASE)
_second_looks, _comparisons, _last_acts = [], [], []


def register_second_look(look):
    """Add `look(request)`, asked when the view is done and nothing is kept yet.

    What it returns, unless that is None, is called for the answer once all that was done is undone.
    """
    _second_looks.append(look)
    return look


def register_comparison(before):
    """Add a second look that compares: `look(request, former)` with what `before(request)` said.

    `before` is asked at the first statement that writes, so that a request that writes nothing pays for neither.
    """

    def register(look):
        _comparisons.append((before, look))
        return look

    return register


def register_last_act(act):
    """Add `act(request, response)`, done once no look refuses and before the commit: for what can't be undone."""
    _last_acts.append(act)
    return act


class Undone(Exception):
    """What was done is not kept, and `answer()` is answered instead."""

    def __init__(self, answer):
        super().__init__(answer)
        self.answer = answer


class Comparing:
    """Wraps the statements of a request, and keeps the looks that compare with how things were before it."""

    def __init__(self, request):
        self.request, self.looks, self.has_written = request, [], False

    def __call__(self, execute, sql, params, many, context):
        if not self.has_written and WRITES.match(str(sql)):
            self.has_written = True
            self.looks = [partial(look, former=before(self.request)) for before, look in _comparisons]
        return execute(sql, params, many, context)


def looked_at(request, view, args, kwargs):
    comparing = Comparing(request)
    with connection.execute_wrapper(comparing):
        response = view(request, *args, **kwargs)
    for look in (*_second_looks, *comparing.looks):
        answer = look(request)
        if answer is not None:
            raise Undone(answer)
    request.has_written = comparing.has_written
    for act in _last_acts:
        act(request, response)
    return response


class WholeRequestsMiddleware:
    """Run the view of an unsafe method in one transaction; where it fails, the files that it wrote go as well.

    Not ATOMIC_REQUESTS: that would take SQLite's one write lock for every page that somebody reads. Last in
    MIDDLEWARE, as the answer of `process_view` ends the line of middleware before the view.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.method in SAFE:
            return None
        try:
            return self.whole(request, view, args, kwargs)
        except Undone as undone:
            return undone.answer()

    def whole(self, request, view, args, kwargs):
        with written_files() as paths, transaction.atomic():
            try:
                return looked_at(request, view, args, kwargs)
            except BaseException:
                # Not where the commit fails: the rows may be there all the same (files/unused.py knows if they aren't).
                for path in paths:
                    Path(path).unlink(missing_ok=True)
                raise
