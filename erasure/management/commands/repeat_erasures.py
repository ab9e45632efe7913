from erasure import ledger
from erasure.carrying_out import carry_out, to_be_repeated
from erasure.models import Erasure
from publication.commands import SiteCommand


class Command(SiteCommand):
    help = "Carry out again what was erased, where a back-up brought it back. Runs with each prepare_site."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="All of the list, whatever this database knows of it.")

    def handle(self, *, all, **options):  # noqa: A002 - the name of the option
        lines = ledger.lines() if all else list(to_be_repeated())
        if not lines:
            return
        carry_out(lines)
        self.stdout.write(f"Erased again: {len(lines)}")
        if Erasure.objects.filter(key__in=[line["key"] for line in lines], finished=False).exists():
            self.stderr.write("Not everywhere yet: the reason stands above. Run repeat_erasures again.")
