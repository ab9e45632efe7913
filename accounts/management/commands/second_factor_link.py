from django.contrib.auth import get_user_model
from django.core.management.base import CommandError

from accounts.second_factor.devices import has_device
from accounts.second_factor.mailbox import link_for
from publication.commands import SiteCommand


class Command(SiteCommand):
    help = (
        "Print the link with which an account sets up its second step, where no mail comes through. Good for an hour."
    )

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, *, username, **options):
        account = get_user_model().objects.filter(username=username, is_active=True, is_staff=True).first()
        if account is None:
            raise CommandError(f"There is no active account {username}.")
        if has_device(account):
            raise CommandError(f"The account {username} has a second step already.")
        self.stdout.write(link_for(account))
