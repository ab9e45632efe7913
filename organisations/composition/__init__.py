"""Who sits at the table of a body on one day: seats by bench, people by role, and what is not known.

A seat of which nobody says who is in it is neither occupied nor vacant. Nothing is read out of a record that
its source does not say: a fact of one date stays that fact, and before the first one nothing is known.
"""

from .shown import Composition, Earlier, Holder, Name, Part, Side, Sitting, Vacancy
from .table import tables

__all__ = [
    "Composition",
    "Earlier",
    "Holder",
    "Name",
    "Part",
    "Side",
    "Sitting",
    "Vacancy",
    "composition",
    "compositions",
]


def composition(organization, site, day):
    """The Composition of `organization` on `day` (a date), as `site` may show it. Five queries, whatever its size."""
    return compositions([organization.pk], site, day)[organization.pk]


def compositions(organization_ids, site, day):
    """Mapping of the key of each body to its Composition. Five queries, however many they are."""
    return {pk: table.composition() for pk, table in tables(organization_ids, site, day).items()}
