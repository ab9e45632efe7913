"""End mandates, and let others take them over: the old record gets its end, a new one begins."""

import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from .dating import PartialDate
from .models import Membership

State = Membership.State


def hand_over(keys, last, person=None, member=None, function="", source=""):
    """End the memberships with primary keys `keys` on `last`, a PartialDate; `person` or `member` follows in each.

    Returns pairs of the ended membership and the new one, or None. All or nothing: raises ValidationError with a
    sentence for each membership that cannot be ended.
    """
    pairs, errors = [], []
    try:
        with transaction.atomic():
            for membership in Membership.objects.select_for_update().filter(pk__in=keys).order_by("pk"):
                try:
                    end(membership, last, source)
                    follower = begin(membership, last, person, member, function, source) if person or member else None
                    pairs.append((membership, follower))
                except ValidationError as error:
                    errors += [f"{membership}: {message}" for message in error.messages]
            if errors:
                raise ValidationError(errors)
    except IntegrityError:
        raise ValidationError(_("Somebody else has just saved the same. Look at the list and try again.")) from None
    return pairs


def end(membership, last, source):
    if membership.known_on:
        raise ValidationError(_("This is known on one date and has no period. Fill in since when first."))
    if membership.end:
        raise ValidationError(_("This has an end already: %(end)s.") % {"end": membership.end.in_words})
    membership.end = last
    if source and source not in membership.source:
        membership.source = "; ".join(filter(None, (membership.source, source)))
    membership.full_clean()
    membership.save()


def begin(membership, last, person, member, function, source):
    """The membership of who follows in `membership`, which stays as it is."""
    if bool(person) != bool(membership.person_id):
        raise ValidationError(_("A person follows a person, an organisation follows an organisation."))
    if (person or member) in (membership.person, membership.member):
        raise ValidationError(_("Who follows is who leaves. Choose somebody else."))
    follower = Membership(
        body=membership.body,
        bench=membership.bench,
        role=membership.role,
        delegated_by=membership.delegated_by,
        seats=membership.seats,
        position=membership.position,
        person=person,
        member=member,
        function=function,
        source=source,
        start=day_after(last),
        state=State.OCCUPIED if person else State.UNKNOWN,
    )
    follower.full_clean()
    follower.save()
    return follower


def day_after(last):
    """The day after a day; within the same month or year where no more is known."""
    if len(last.parts) < 3:
        return last
    if last.first_day == datetime.date.max:
        raise ValidationError(_("There is no day after %(day)s.") % {"day": last.in_words})
    return PartialDate((last.first_day + datetime.timedelta(days=1)).isoformat())
