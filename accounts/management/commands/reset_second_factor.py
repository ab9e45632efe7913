from django.contrib.auth import get_user_model
from django.core.management.base import CommandError

from accounts.second_factor.devices import forget
from accounts.second_factor.notices import tell
from publication.commands import SiteCommand


class Command(SiteCommand):
    help = "Take the second step of an account away, for who lost the telephone and the codes on paper."

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, *, username, **options):
        account = get_user_model().objects.filter(username=username).first()
        if account is None:
            raise CommandError(f"There is no account {username}.")
        if not forget(account):
            raise CommandError(f"The account {username} has no second step.")
        tell(account, "taken-away")
        self.stdout.write(f"The second step of {username} is gone.")
