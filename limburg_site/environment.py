"""Every environment variable that the site reads, declared once: type, default and meaning.

`docs/operations.md` holds the same table; `tests/test_operations_docs.py` compares the two.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from .host_names import everywhere, is_local, is_origin
from .reading import read, refuse_misspelt
from .secret_key import can_be_guessed, make_secret

BASE_DIR = Path(__file__).resolve().parent.parent
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


@dataclass(frozen=True)
class Variable:
    """One environment variable: `kind` is a type of `reading.READERS` or the words allowed; unset, it is `default`."""

    name: str
    kind: type | tuple[str, ...]
    default: Any
    meaning: str
    least: int = 0


VARIABLES = (
    Variable("DEBUG", bool, False, "Show Django's debug pages. Never in production."),
    Variable(
        "DATA_DIR",
        str,
        str(BASE_DIR / "var"),
        "Folder for files, trash, uploads, erasures, log; embedded database, local mail.",
    ),
    Variable("TURNS_DIR", str, "", "Folder of the locks that the sites of a machine share. Empty: the account's own."),
    Variable("DATABASE_URL", str, "", "PostgreSQL, e.g. postgres://user:secret@host/name. Empty, or sqlite: embedded."),
    Variable("DATABASE_MAX_AGE", int, 600, "Seconds that a database connection is kept open."),
    Variable("SECRET_KEY", str, "", "Signs sessions and links. Compulsory as soon as DATABASE_URL is set."),
    Variable("ALLOWED_HOSTS", list, [], "Host names that the site answers to, separated by commas."),
    Variable("SITE_URL", str, "", "Origin for canonical addresses, e.g. https://www.example.org."),
    Variable(
        "SITE", str, "", "Short name of the region that this process serves, e.g. limburg. Empty: SITE_ID says it."
    ),
    Variable("SITE_ID", int, 1, "Primary key of the site that this process serves, where SITE is empty."),
    Variable("HTTPS", bool, None, "Redirect to HTTPS, HSTS, secure cookies. Default: on with DATABASE_URL."),
    Variable(
        "SECOND_FACTOR",
        bool,
        None,
        "Publishing and embargoes ask a second step. Default: on with DATABASE_URL.",
    ),
    Variable("TRUSTED_PROXIES", list, [], "Addresses of reverse proxies whose X-Forwarded-* headers are believed."),
    Variable("EMAIL_URL", str, "", "Mail server, e.g. smtp+tls://user:secret@host:587. Empty: files in DATA_DIR/mail."),
    Variable("EMAIL_FROM", str, "noreply@example.org", "Sender of the mails to staff."),
    Variable("EMAIL_REPLY_TO", str, "", "Address for answers to the mails to staff. Empty: that of EMAIL_FROM."),
    Variable("UPLOAD_MAX_MB", int, 50, "Largest file that staff can upload, in megabytes."),
    Variable("PICTURE_MAX_MEGAPIXELS", int, 40, "Largest picture that staff can upload, in megapixels."),
    Variable("SECURITY_CONTACT", str, "", "Address (mailto: or https:) printed in /.well-known/security.txt."),
    Variable("HOST", str, "127.0.0.1", "Address that gunicorn listens on."),
    Variable("PORT", int, 8000, "Port that gunicorn listens on.", least=1),
    Variable("WEB_WORKERS", int, 2, "Number of gunicorn processes.", least=1),
    Variable("WEB_THREADS", int, 4, "Number of threads in each gunicorn process.", least=1),
    Variable("LOG_LEVEL", LOG_LEVELS, "INFO", "Least severe level that is logged to standard error."),
)

EMBEDDED_BY_NAME = "sqlite:"


class Environment:
    """The values of `VARIABLES`, read from the process environment.

    Raises ImproperlyConfigured, with a sentence that names the variable, for a value of the wrong type.
    """

    def __init__(self) -> None:
        refuse_misspelt(os.environ, [variable.name for variable in VARIABLES])
        self.values = {variable.name: read(variable, os.environ.get(variable.name, "")) for variable in VARIABLES}

    def __getitem__(self, name: str) -> Any:
        try:
            return self.values[name]
        except KeyError:
            raise ImproperlyConfigured(f"{name} is not declared in limburg_site/environment.py.") from None

    @property
    def embedded(self) -> bool:
        """Whether the engine is SQLite, with its file in DATA_DIR."""
        return self["DATABASE_URL"] in ("", EMBEDDED_BY_NAME)

    @property
    def demonstration(self) -> bool:
        """Whether the site shows its example, by the rules of a fresh machine. A database that was named is production,
        of whatever engine."""
        return not self["DATABASE_URL"]

    @property
    def https(self) -> bool:
        return not self.demonstration if self["HTTPS"] is None else self["HTTPS"]

    @property
    def second_factor_required(self) -> bool:
        return not self.demonstration if self["SECOND_FACTOR"] is None else self["SECOND_FACTOR"]

    @property
    def data_dir(self) -> Path:
        return Path(self["DATA_DIR"]).resolve()

    @property
    def turns_dir(self) -> Path:
        """The same for all processes of an account: in memory, as a unit of systemd can have a /tmp of its own."""
        place = "/dev/shm" if os.access("/dev/shm", os.W_OK) else gettempdir()  # noqa: S108
        return Path(self["TURNS_DIR"] or Path(place, f"limburg-turns-{os.geteuid()}"))

    @property
    def bind(self) -> str:
        """HOST and PORT as gunicorn and addresses write them: an IPv6 address stands in brackets."""
        host = self["HOST"]
        return f"[{host}]:{self['PORT']}" if ":" in host else f"{host}:{self['PORT']}"

    def secret_key(self) -> str:
        """The secret; the demonstration makes its own and keeps it in DATA_DIR."""
        if self["SECRET_KEY"]:
            if not self.demonstration and can_be_guessed(self["SECRET_KEY"]):
                raise ImproperlyConfigured("SECRET_KEY can be guessed: take 50 random characters (docs/operations.md).")
            return self["SECRET_KEY"]
        if not self.demonstration:
            raise ImproperlyConfigured("SECRET_KEY is compulsory when DATABASE_URL is set.")
        path = self.data_dir / "secret-key"
        if not path.exists():
            make_secret(path)
        return path.read_text()

    def allowed_hosts(self) -> list[str]:
        anybodys = [name for name in self["ALLOWED_HOSTS"] if "*" in name or name == "."]
        if anybodys and not self.demonstration:
            raise ImproperlyConfigured(f"ALLOWED_HOSTS names each host: {anybodys[0]!r} would be every one.")
        if self["ALLOWED_HOSTS"] or not self.demonstration:
            return self["ALLOWED_HOSTS"]
        return ["localhost", "127.0.0.1", "[::1]", self.bind.rpartition(":")[0]]

    def site_url(self) -> str:
        if self["SITE_URL"] and not is_origin(self["SITE_URL"]):
            raise ImproperlyConfigured(
                f"SITE_URL must be an address such as https://www.example.org, not {self['SITE_URL']!r}."
            )
        if self["SITE_URL"] or not self.demonstration:
            return self["SITE_URL"].rstrip("/")
        return f"http://localhost:{self['PORT']}" if everywhere(self["HOST"]) else f"http://{self.bind}"

    def public_names(self) -> list[str]:
        """The host names among SITE_URL and ALLOWED_HOSTS that are not this machine's or this house's own."""
        names = [*self["ALLOWED_HOSTS"], urlsplit(self.site_url()).hostname or ""]
        return [name for name in names if name and not is_local(name)]

    def database(self) -> dict:
        if self.embedded:
            if self.demonstration and (public := self.public_names()):
                raise ImproperlyConfigured(
                    f"DATABASE_URL is empty, and {public[0]} is a public name: it would show the demonstration. "
                    f"Set DATABASE_URL to PostgreSQL, or to {EMBEDDED_BY_NAME} if you mean the embedded database."
                )
            return {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": self.data_dir / "site.sqlite3",
                # A writer waits for another instead of failing; readers never wait (WAL).
                "OPTIONS": {
                    "timeout": 20,
                    "transaction_mode": "IMMEDIATE",
                    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
                },
            }
        if not self["DATABASE_URL"].startswith(("postgres://", "postgresql://")):
            raise ImproperlyConfigured("DATABASE_URL must be a PostgreSQL address: postgres://user:secret@host/name.")
        database = self._address("DATABASE_URL", environ.Env.db_url_config)
        return database | {"CONN_MAX_AGE": self["DATABASE_MAX_AGE"], "CONN_HEALTH_CHECKS": True}

    def email(self) -> dict:
        if self["EMAIL_URL"]:
            # A mail server that hangs holds up one visitor's thread, not for ever.
            return self._address("EMAIL_URL", environ.Env.email_url_config) | {"EMAIL_TIMEOUT": 10}
        return {
            "EMAIL_BACKEND": "letters.backends.PrivateFileBackend",
            "EMAIL_FILE_PATH": str(self.data_dir / "mail"),
        }

    def _address(self, name: str, read: Any) -> dict:
        try:
            return read(self[name])
        except (ValueError, ImproperlyConfigured):
            # The value is not repeated: it holds a password, and start-up errors are logged.
            raise ImproperlyConfigured(f"{name} can't be read; write special characters as %40 and so on.") from None


def check() -> None:
    """Raise ImproperlyConfigured for the first value that the site couldn't start with."""
    environment = Environment()
    environment.secret_key()
    environment.allowed_hosts()
    environment.site_url()
    environment.database()
    environment.email()


if __name__ == "__main__":
    # `script/server` asks this first, so that a slip of the pen costs one sentence, not a traceback.
    try:
        check()
    except ImproperlyConfigured as problem:
        raise SystemExit(str(problem)) from None
