"""Personal links in letters: made when the letter is sent, so that the database never holds one.

A letter is written with a sign in the place of each link, which means nothing to who reads the database.
"""

import uuid

_makers = {}


class Withdrawn(Exception):
    """A link that would open nothing: its account left, or somebody took the invitation back."""


class TooLate(Exception):
    """A link that would open nothing as its letter waited too long: somebody has to write anew."""


class SecretLink(str):
    """The sign of a link, to be put in the context of a template. `recipe` names who makes it, and of what."""

    recipe: dict

    def __new__(cls, maker, **of_what):
        sign = super().__new__(cls, f"https://{uuid.uuid4().hex}.invalid/")
        sign.recipe = {"maker": maker} | of_what
        return sign


def makes(name):
    """Register a function under `name`: it gives the link of the other words, or raises Withdrawn or TooLate."""

    def register(maker):
        _makers[name] = maker
        return maker

    return register


def secrets_of(context):
    """The recipes of the secret links in the context of a template, by their sign."""
    return {str(value): value.recipe for value in context.values() if isinstance(value, SecretLink)}


def with_secrets(secrets, *texts):
    for sign, recipe in secrets.items():
        words = dict(recipe)
        link = _makers[words.pop("maker")](**words)
        texts = [text.replace(sign, link) for text in texts]
    return texts
