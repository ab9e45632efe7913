from datetime import timedelta

from django.utils import timezone

from press.models import Access, Invitation
from publication.commands import SiteCommand


class Command(SiteCommand):
    help = "Erase what journalists did with their links, and the links that have ended, after 90 days."

    def add_arguments(self, parser):
        parser.add_argument("--days", type=int, default=90, help="Keep what is younger than so many days (90).")

    def handle(self, *, days, **options):
        limit = timezone.now() - timedelta(days=days)
        accesses = Access.objects.filter(at__lt=limit).delete()[0]
        ended = Invitation.objects.filter(expires_at__lt=limit) | Invitation.objects.filter(revoked_at__lt=limit)
        count = ended.count()
        ended.delete()
        self.stdout.write(f"Erased: {accesses} accesses, {count} invitations")
