from django.core.management.base import BaseCommand

from letters.sending import deliver_due
from publication.models import PublicationSchedule
from publication.scheduling.due import carry_out_due, missing
from publication.scheduling.stale import end_stale
from publication.schema import refuse_unknown_schema


class Command(BaseCommand):
    help = "Publish and withdraw what staff planned, and send the mails that wait. Run it every minute."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Say what all that is planned to appear lacks now.")

    def handle(self, *, dry_run, **options):
        refuse_unknown_schema()  # an older release would publish by older rules
        if dry_run:
            publish = PublicationSchedule.Act.PUBLISH
            pending = PublicationSchedule.objects.filter(state=PublicationSchedule.State.PENDING, act=publish)
            for sentence in missing(pending):
                self.stdout.write(sentence)
            return
        for schedule in (*end_stale(), *carry_out_due()):
            self.stdout.write(f"{schedule.moment.isoformat()} {schedule.act} {schedule.pk}: {schedule.state}")
        for letter in deliver_due():
            self.stdout.write(f"mail {letter.pk}: {letter.state}")
