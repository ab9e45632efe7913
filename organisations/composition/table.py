"""The records of one body, and what they say of one day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Prefetch

from organisations.models import Bench, Known, Membership, Organization
from organisations.names import full_names_of, names_of
from organisations.period_words import period_in_words

from .counting import bodies_of, counted, holders_of, newest
from .shown import Composition, Earlier, Holder, Name, Part, Side, Sitting, Vacancy


def tables(organization_ids, site, day):
    """Mapping of the key of each body to its Table, with the names that `site` may show."""
    benches = by_body(Bench.objects.filter(organization__in=organization_ids).select_related("kind"), "organization_id")
    shared_with = Prefetch("shared_with", queryset=Organization._base_manager.only("pk"))
    records = Membership.objects.filter(body__in=organization_ids).select_related("person", "role")
    memberships = by_body(records.prefetch_related(shared_with), "body_id")
    named = {pk for rows in memberships.values() for membership in rows for pk in bodies_of(membership)}
    names = {pk: Name(*name) for pk, name in names_of(named, site).items()}
    full_names = full_names_of(names)
    return {pk: Table(benches[pk], memberships[pk], names, full_names, day) for pk in organization_ids}


def by_body(records, key):
    groups = defaultdict(list)
    for record in records:
        groups[getattr(record, key)].append(record)
    return groups


@dataclass
class Table:
    """The records of one body, read on one day. `names` and `full_names`: of every body that they name, by its key."""

    benches: list
    memberships: list
    names: dict
    full_names: dict
    day: date

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
            vacant=membership.state == Membership.State.VACANT,
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
