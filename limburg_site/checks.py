"""What `manage.py check --deploy` says about the machine itself."""

import io

from django.core import checks

from files.confined import read_confined
from files.sealing import SEALS


@checks.register(checks.Tags.security, deploy=True)
def seals_of_this_machine(app_configs, **kwargs):
    """Asked of a process like those that read uploads."""
    return missing_seals(read_confined("files.sealing", io.BytesIO()).get("seals", []))


def missing_seals(found):
    return [
        checks.Warning(
            f"What reads uploads is not sealed off here: no seal “{name}” ({put_on.__doc__.splitlines()[0]})",
            hint="docs/operations.md, What reads uploads",
            id="files.W001",
        )
        for name, put_on in SEALS.items()
        if name not in found
    ]
