"""A request that changes something does so wholly or not at all, in the database and on disk."""

from pathlib import Path

from django.db import transaction

from .storage import written_files

SAFE = {"GET", "HEAD", "OPTIONS", "TRACE"}


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
        with written_files() as paths, transaction.atomic():
            try:
                return view(request, *args, **kwargs)
            except BaseException:
                # Not where the commit fails: the rows may be there all the same (files/unused.py knows if they aren't).
                for path in paths:
                    Path(path).unlink(missing_ok=True)
                raise
