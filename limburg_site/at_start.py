"""What a process asks before it serves: whether code, database and files belong together."""

import logging

from django.db import OperationalError, connection

from files.lost import refuse_lost_files
from files.turns import folder_of_the_machine
from publication.schema import refuse_unknown_schema
from regions.lacking import lacking
from regions.serving import served_site

logger = logging.getLogger(__name__)


def refuse_unfit():
    """Raise ImproperlyConfigured, with a sentence, where something would be served wrongly."""
    refuse_unknown_schema()
    refuse_lost_files()
    folder_of_the_machine()


def tell_what_lacks():
    """Warn about what the site of this process owes its readers (`regions/lacking.py`)."""
    if (site := served_site()) and (names := lacking(site)):
        logger.warning("Empty or still an example on %s: %s.", site.name, ", ".join(map(str, names)))


class FitOnly:
    """A WSGI application that serves nothing until the database was asked; one that is away is asked again.

    Where the database is away nothing can be shown wrongly: the request fails by itself, with the site's own page.
    """

    def __init__(self, application):
        self.application, self.is_fit = application, False
        self.ask()

    def ask(self):
        try:
            refuse_unfit()
            self.is_fit = True
            tell_what_lacks()
        except OperationalError:
            logger.warning("The database does not answer yet.")
        finally:
            connection.close()  # the threads that serve have connections of their own

    def __call__(self, environ, start_response):
        if not self.is_fit:
            self.ask()
        return self.application(environ, start_response)
