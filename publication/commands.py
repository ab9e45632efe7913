"""What every command of this site asks first."""

from django.core.management.base import BaseCommand, CommandError

from .schema import UnknownSchema, refuse_unknown_schema


class SiteCommand(BaseCommand):
    """One that does nothing with the database of a newer release: it would throw away what that one knows."""

    def execute(self, *args, **options):
        try:
            refuse_unknown_schema()
        except UnknownSchema as problem:
            raise CommandError(str(problem)) from None
        return super().execute(*args, **options)
