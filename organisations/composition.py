"""Who sits at the table of a body on one day: seats by bench, people by role, and what is not known.

A seat of which nobody says who is in it is neither occupied nor vacant. Nothing is read out of a record that
its source does not say: a fact of one date stays that fact, and before the first one nothing is known.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from django.db.models import Prefetch

from .models import Known, Membership, Organization, OrganizationContent
from .names import names_of
from .period_words import period_in_words

State = Membership.State


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


def composition(organization, site, day):
    """The Composition of `organization` on `day` (a date), as `site` may show it. Six queries, whatever its size."""
    return Table(organization, site, day).composition()


class Table:
    """The records of one body, read on one day."""

    def __init__(self, organization, site, day):
        self.day = day
        self.benches = list(organization.benches.select_related("kind"))
        shared_with = Prefetch("shared_with", queryset=Organization._base_manager.only("pk"))
        self.memberships = list(organization.memberships.select_related("person", "role").prefetch_related(shared_with))
        named = {pk for membership in self.memberships for pk in bodies_of(membership)}
        self.names = {pk: Name(*name) for pk, name in names_of(named, site).items()}
        self.full_names = full_names_of(self.names)

    def composition(self):
        if self.begins and self.day < self.begins.first_day:
            return Composition(begins_later=self.begins.in_words)
        return Composition(sides=self.sides(), parts=self.parts(), earlier=self.earlier())

    @cached_property
    def begins(self):
        dates = [record.since for record in (*self.benches, *self.memberships) if record.since]
        return min(dates, key=lambda date: date.first_day, default=None)

    @cached_property
    def known(self):
        """What is known about the day: of each person or body in one place, the newest fact alone."""
        by_place = defaultdict(list)
        for membership in self.memberships:
            if membership.known_about(self.day) is not Known.NO:
                by_place[self.place_of(membership)].append(membership)
        return [newest(group, self.day)[-1] for group in by_place.values()]

    def place_of(self, membership):
        if membership.person_id:
            return ("person", membership.person_id, membership.role_id)
        if membership.member_id:
            return ("body", membership.member_id, self.bench_key(membership))
        return ("vacancy", membership.pk)

    @cached_property
    def bench_keys(self):
        return {bench.pk: (bench.kind_id, bench.name) for bench in self.benches}

    def bench_key(self, membership):
        """One bench through all its records: a new number of seats does not send its members away."""
        return self.bench_keys.get(membership.bench_id)

    # --- seats by bench

    def sides(self):
        benches = self.shown_benches()
        rows = defaultdict(list)
        for membership in self.known:
            key = self.bench_key(membership)
            rows[key if key in benches else None].append(membership)
        sides = [self.side(bench, rows[key]) for key, bench in benches.items()]
        loose = self.side(None, rows[None])
        return sides + ([loose] if loose.holders or loose.vacancies else [])

    def shown_benches(self):
        groups = defaultdict(list)
        for bench in self.benches:
            if bench.known_about(self.day) is not Known.NO:
                groups[self.bench_keys[bench.pk]].append(bench)
        return {key: newest(group, self.day)[-1] for key, group in groups.items()}

    def side(self, bench, memberships):
        holding = [m for m in memberships if m.member_id and self.names.get(m.member_id)]
        empty = [m for m in memberships if not (m.member_id or m.person_id or m.role_id)]
        occupied, vacant = counted(memberships)
        return Side(
            name=str(bench) if bench else "",
            seats=bench.seats if bench else None,
            holders=[self.holder(m) for m in holding],
            vacancies=[Vacancy(m.seats or 1, period_in_words(m, self.day), m.source) for m in empty],
            occupied=occupied,
            vacant=vacant,
            period=self.dated(bench) if bench else "",
            source=bench.source if bench else "",
        )

    def holder(self, membership):
        holders = [pk for pk in holders_of(membership) if pk in self.names]
        return Holder(
            names=[self.names[pk] for pk in holders],
            full_names=[self.full_names[pk] for pk in holders if pk in self.full_names],
            seats=membership.seats,
            vacant=membership.state == State.VACANT,
            period=self.dated(membership),
            source=membership.source,
        )

    def dated(self, record):
        """The period of a number of seats. An undated one is said once, by the page, not at each line."""
        return period_in_words(record, self.day) if record.since else ""

    # --- people by role

    def roles(self):
        """Each role with its records, in the order of the roles."""
        groups = defaultdict(list)
        for membership in self.memberships:
            if membership.role_id and not membership.member_id:
                groups[membership.role].append(membership)
        return sorted(groups.items(), key=lambda item: (item[0].position, item[0].label))

    def parts(self):
        known = {membership.pk for membership in self.known}
        parts = []
        for role, memberships in self.roles():
            present = [m for m in memberships if m.pk in known]
            if role.single_holder:
                present = newest(present, self.day)
            if present or role.single_holder:
                parts.append(Part(role.label, [self.sitting(m, self.day) for m in present]))
        return parts

    def earlier(self):
        found = []
        for role, memberships in self.roles():
            if role.single_holder and (rows := self.before(memberships)):
                found.append(Earlier(role.label, [self.sitting(m) for m in rows]))
        return found

    def before(self, memberships):
        """Who held the role before whom the day shows, oldest first; without a date first of all."""
        known = {membership.pk for membership in self.known}
        shown = {m.pk for m in newest([m for m in memberships if m.pk in known], self.day)}
        begun = [m for m in memberships if not m.since or m.since.first_day <= self.day]
        return sorted((m for m in begun if m.pk not in shown), key=lambda m: (m.since, m.position, m.pk))

    def sitting(self, membership, day=None):
        return Sitting(
            name=membership.person.name if membership.person_id else "",
            function=membership.function,
            delegated_by=self.names.get(membership.delegated_by_id),
            bench=self.bench_name(membership),
            period=period_in_words(membership, day),
            source=membership.source,
        )

    def bench_name(self, membership):
        return next((str(bench) for bench in self.benches if bench.pk == membership.bench_id), "")


def bodies_of(membership):
    named = (*holders_of(membership), membership.delegated_by_id)
    return [pk for pk in named if pk]


def holders_of(membership):
    """The bodies that hold the seats of `membership`, the member first."""
    return [membership.member_id, *(body.pk for body in membership.shared_with.all())]


def full_names_of(organization_ids):
    """Mapping of primary key → full name of the published bodies that have one beside their name. One query."""
    rows = OrganizationContent.objects.filter(organization__in=organization_ids).exclude(full_name="")
    return dict(rows.values_list("organization_id", "full_name"))


def newest(records, day):
    """The records with the newest date; of those what still holds goes before what was known once."""

    def rank(record):
        return (record.since, record.known_about(day) is Known.HOLDS)

    highest = max(map(rank, records), default=None)
    return [record for record in records if rank(record) == highest]


def counted(memberships):
    """How many seats of a bench are occupied and vacant. Whom a member body delegates sits in a seat of that body."""
    seated = {m.person_id: m.delegated_by_id for m in memberships if m.person_id and m.role.takes_seat}
    occupied, vacant = 0, sum(m.seats or 1 for m in memberships if not m.person_id and not m.member_id)
    for membership in (m for m in memberships if m.member_id):
        holders = set(holders_of(membership))
        delegates = [person for person, body in seated.items() if body in holders]
        for person in delegates:
            del seated[person]
        occupied += max(len(delegates), (membership.seats or 0) if membership.state == State.OCCUPIED else 0)
        vacant += (membership.seats or 0) if membership.state == State.VACANT else 0
    return occupied + len(seated), vacant
