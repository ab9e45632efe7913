"""What a page shows of a table: its sides with their seats, and the people by role."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Name(NamedTuple):
    """A public name and the address that it leads to, if any."""

    name: str
    url: str | None


@dataclass(frozen=True)
class Holder:
    """Bodies that hold seats, alone or together; their number where it is known. `names` and `full_names` run alike."""

    names: list[Name]
    full_names: list[str]
    seats: int | None
    vacant: bool
    period: str
    source: str


@dataclass(frozen=True)
class Vacancy:
    seats: int
    period: str
    source: str


@dataclass(frozen=True)
class Side:
    """A bench on that day. `unknown`: of how many seats nobody says who is in them; None if the total is not known."""

    name: str
    seats: int | None
    holders: list[Holder]
    vacancies: list[Vacancy]
    occupied: int
    vacant: int
    period: str
    source: str

    @property
    def unknown(self):
        return None if self.seats is None else max(0, self.seats - self.occupied - self.vacant)

    @property
    def nobody_known(self):
        return self.occupied == self.vacant == 0


@dataclass(frozen=True)
class Sitting:
    """A person in a role; without a name the role is vacant, and a source says so."""

    name: str
    function: str
    delegated_by: Name | None
    bench: str
    period: str
    source: str


@dataclass(frozen=True)
class Part:
    """A role and who has it; nobody, where it is a role of one person and none is known on that day."""

    role: str
    people: list[Sitting]


@dataclass(frozen=True)
class Earlier:
    """Who had a role of one person before."""

    role: str
    people: list[Sitting]

    @property
    def common_source(self):
        """The source, where all have the same one: then it is said once."""
        return the_one(sitting.source for sitting in self.people)


@dataclass(frozen=True)
class Composition:
    sides: list[Side] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    earlier: list[Earlier] = field(default_factory=list)
    # The oldest date of all that is known about the table; set where the day lies before it.
    begins_later: str = ""

    @property
    def benches(self):
        """The sides that are benches: what sits outside any bench has no number of seats of its own."""
        return [side for side in self.sides if side.name]

    @property
    def seats(self):
        """The seats of all benches together, or None where the number of one is not known."""
        numbers = [side.seats for side in self.benches]
        return sum(numbers) if numbers and None not in numbers else None

    @property
    def unknown(self):
        return None if self.seats is None else sum(side.unknown for side in self.benches)

    @property
    def is_undated(self):
        """Whether the number of seats of a bench has no date: a page says so once."""
        return any(not side.period for side in self.benches)

    @property
    def common_source(self):
        """The source of all seats, where they have the same one: then it is said once."""
        rows = [row for side in self.sides for row in (side, *side.holders, *side.vacancies) if row.source]
        return the_one(row.source for row in rows)

    @property
    def is_empty(self):
        return not (self.sides or self.parts or self.earlier)

    @property
    def has_something(self):
        return bool(self.begins_later) or not self.is_empty


def the_one(values):
    """The value that all have, or nothing."""
    found = set(values)
    return found.pop() if len(found) == 1 else ""
