"""The administration of bodies, by an editor's task: texts, seats, relations, terms, places, milestones."""

# Each registers its screens.
from . import areas, memberships, milestones, organizations, relations, seating, terms  # noqa: F401
