"""The administration of bodies, by an editor's task: texts, seats, relations, terms."""

from . import memberships, organizations, relations, seating, terms  # noqa: F401 - each registers its screens
