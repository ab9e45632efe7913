from letters.sending import deliver_due
from publication.commands import SiteCommand
from publication.models import PublicationSchedule
from publication.scheduling.due import carry_out_due, missing
from publication.scheduling.stale import end_stale


class Command(SiteCommand):
    help = "Publish and withdraw what staff planned, and send the mails that wait. Run it every minute."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Say what all that is planned to appear lacks now.")

    def handle(self, *, dry_run, **options):
        if dry_run:
            for sentence in missing(PublicationSchedule.objects.to_appear()):
                self.stdout.write(sentence)
            return
        for schedule in (*end_stale(), *carry_out_due()):
            self.stdout.write(f"{schedule.moment.isoformat()} {schedule.act} {schedule.pk}: {schedule.state}")
        for letter in deliver_due():
            self.stdout.write(f"mail {letter.pk}: {letter.state}")
