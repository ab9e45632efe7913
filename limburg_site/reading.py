"""From the text of an environment variable to its value, or to a sentence that names it and says what is wrong."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ImproperlyConfigured

if TYPE_CHECKING:
    from .environment import Variable

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


def read(variable: Variable, text: str) -> Any:
    """The value of `variable`; its default where `text` is empty. Raises ImproperlyConfigured."""
    # Not through django-environ: it reads a secret that starts with "$" as the name of another variable.
    text = text.strip()
    if not text:
        return variable.default
    try:
        return read_as(variable, text)
    except ValueError as error:
        raise ImproperlyConfigured(f"{variable.name} {error}, not {text!r}.") from None


def read_as(variable: Variable, text: str) -> Any:
    if isinstance(variable.kind, tuple):
        return read_word(text, variable.kind)
    value = READERS[variable.kind](text)
    if variable.kind is int and value < variable.least:
        raise ValueError(f"must be {variable.least} or more")
    return value


def refuse_misspelt(environ: Any, declared: list[str]) -> None:
    """Raise ImproperlyConfigured for a name in `environ` that can only be meant for one of ours which is not there."""
    absent = [name for name in declared if name not in environ]
    for name in sorted(set(environ) - set(declared)):
        if len(name) >= SHORTEST_MISSPELT and (meant := get_close_matches(name.upper(), absent, 1, cutoff=0.88)):
            raise ImproperlyConfigured(f"{name} is no variable of this site. Did you mean {meant[0]}?")
