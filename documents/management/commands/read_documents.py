from django.core.exceptions import ValidationError

from documents.formats import Format, read
from documents.models import DocumentFile
from publication.commands import SiteCommand

FIELDS = ("was_read", "outline", "preview", "preview_width", "preview_height")


class Command(SiteCommand):
    help = "Read the text and the first page of documents that were stored before this was done at the upload."
    requires_system_checks = []

    def handle(self, **options):
        unread = DocumentFile.objects.filter(was_read=False, format__in=(Format.PDF, Format.PPTX))
        waiting = unread.exclude(file="")
        checksums = waiting.order_by("checksum").values_list("checksum", flat=True).distinct()
        for checksum in list(checksums):
            self.read(waiting.filter(checksum=checksum))

    def read(self, rows):
        """Versions with the same bytes share what was found in them."""
        first = rows.select_related("content").first()
        try:
            with first.file.open() as file:
                found = read(file, first.format)
        except FileNotFoundError:
            self.stderr.write(f"{first}: {first.file.name} is missing")
            return
        except ValidationError as refusal:
            self.stderr.write(f"{first}: {' '.join(refusal.messages)}")
            found = {}
        for name, value in (found | {"was_read": True}).items():
            if name in FIELDS:
                setattr(first, name, value)
        first.save(update_fields=FIELDS)
        rows.update(**{name: getattr(first, name) for name in FIELDS})
