"""How records of seats are counted and compared; the rules stand here once."""

from organisations.models import Known, Membership

State = Membership.State


def bodies_of(membership):
    named = (*holders_of(membership), membership.delegated_by_id)
    return [pk for pk in named if pk]


def holders_of(membership):
    """The bodies that hold the seats of `membership`, the member first."""
    return [membership.member_id, *(body.pk for body in membership.shared_with.all())]


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
