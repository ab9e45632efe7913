"""The secret that signs sessions and links: whether it can be guessed, and one for the demonstration."""

import os
import secrets
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.exceptions import ImproperlyConfigured


def can_be_guessed(secret: str) -> bool:
    """As `check --deploy` judges it (security.W009)."""
    return len(secret) < 50 or len(set(secret)) < 5 or secret.startswith("django-insecure-")


def make_secret(path: Path) -> None:
    """Write a new secret to `path`, readable by its owner alone, unless another process was first."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Linked when complete: a process that starts at the same time never reads half a secret.
        with TemporaryDirectory(dir=path.parent, prefix=".secret-key-") as folder:
            draft = Path(folder) / path.name
            draft.touch(mode=0o600)
            draft.write_text(secrets.token_urlsafe(50))
            os.link(draft, path)
    except FileExistsError:
        if not path.is_file():
            raise ImproperlyConfigured(f"DATA_DIR: {path.parent} is not a folder.") from None
    except OSError as error:
        raise ImproperlyConfigured(f"DATA_DIR: the site can't write to {path.parent} ({error.strerror}).") from None
