"""Plugins for editors, by task: say something, show something, list something."""

from . import lists, rows, texts  # noqa: F401 - each registers its plugins
