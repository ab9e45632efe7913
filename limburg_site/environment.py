"""Every environment variable that the site reads, declared once: type, default and meaning.

`docs/operations.md` holds the same table; `tests/test_operations_docs.py` compares the two.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from difflib import get_close_matches
from ipaddress import ip_address
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


@dataclass(frozen=True)
class Variable:
    """One environment variable: `kind` is a key of `READERS` or the words allowed, `default` holds when unset."""

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
# Host names that nobody outside a machine, a house or a test can reach (RFC 6761, RFC 6762).
LOCAL_NAMES = ("localhost", "local", "test", "example", "invalid", "internal", "home.arpa")
SHORTEST_MISSPELT = 7  # letters; shorter names resemble too much
TRUE, FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}


def read_bool(text: str) -> bool:
    if text.lower() not in TRUE | FALSE:
        raise ValueError("must be true or false")
    return text.lower() in TRUE


def read_int(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ValueError("must be a whole number")
    return int(text)


def read_word(text: str, words: tuple[str, ...]) -> str:
    if text.upper() not in words:
        raise ValueError(f"must be one of {', '.join(words)}")
    return text.upper()


def read_list(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


READERS = {bool: read_bool, int: read_int, list: read_list, str: str}


class Environment:
    """The values of `VARIABLES`, read from the process environment.

    Raises ImproperlyConfigured, with a sentence that names the variable, for a value of the wrong type.
    """

    def __init__(self) -> None:
        refuse_misspelt(os.environ)
        self.values = {variable.name: self._read(variable) for variable in VARIABLES}

    def __getitem__(self, name: str) -> Any:
        try:
            return self.values[name]
        except KeyError:
            raise ImproperlyConfigured(f"{name} is not declared in limburg_site/environment.py.") from None

    @staticmethod
    def _read(variable: Variable) -> Any:
        # Not through django-environ: it reads a secret that starts with "$" as the name of another variable.
        text = os.environ.get(variable.name, "").strip()
        if not text:
            return variable.default
        try:
            if isinstance(variable.kind, tuple):
                return read_word(text, variable.kind)
            value = READERS[variable.kind](text)
            if variable.kind is int and value < variable.least:
                raise ValueError(f"must be {variable.least} or more")
            return value
        except ValueError as error:
            raise ImproperlyConfigured(f"{variable.name} {error}, not {text!r}.") from None

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


def can_be_guessed(secret: str) -> bool:
    """As `check --deploy` judges it (security.W009)."""
    return len(secret) < 50 or len(set(secret)) < 5 or secret.startswith("django-insecure-")


def is_origin(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def is_local(name: str) -> bool:
    """Whether `name` (a host name or an address, as in ALLOWED_HOSTS) means this machine or a private network."""
    try:
        address = ip_address(name.strip("[]"))
    except ValueError:
        labels = name.lower().rstrip(".")
        return labels != "*" and ("." not in labels or labels.endswith(tuple(f".{local}" for local in LOCAL_NAMES)))
    return address.is_private or address.is_loopback or address.is_unspecified


def refuse_misspelt(environ: Any) -> None:
    """Raise ImproperlyConfigured for a name in `environ` that can only be meant for one of ours which is not there."""
    absent = [variable.name for variable in VARIABLES if variable.name not in environ]
    declared = {variable.name for variable in VARIABLES}
    for name in sorted(set(environ) - declared):
        if len(name) >= SHORTEST_MISSPELT and (meant := get_close_matches(name.upper(), absent, 1, cutoff=0.88)):
            raise ImproperlyConfigured(f"{name} is no variable of this site. Did you mean {meant[0]}?")


def everywhere(host: str) -> bool:
    """Whether `host` means every address of this machine, so that no browser can be sent to it."""
    try:
        return ip_address(host).is_unspecified
    except ValueError:
        return False


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
