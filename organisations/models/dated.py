"""What holds in time, and who says so: the base of every record that links bodies, people and places."""

from enum import Enum

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Left, Length
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from organisations.dating import PartialDateField


class Known(Enum):
    """What a record says about one day."""

    HOLDS = "holds"
    LAST_KNOWN = "last known"
    UNDATED = "undated"
    NO = "no"


def begun_by(day, name):
    """Condition: the partial date `name` lies, at least in part, on or before `day`."""
    return models.Q(**{f"{name}__lte": day.isoformat()})


def not_over_on(day):
    """Condition: no end is known, or the end lies, at least in part, on or after `day`."""
    iso = day.isoformat()
    return models.Q(end__in=["", iso[:4], iso[:7]]) | models.Q(end__gte=iso)


class DatedQuerySet(models.QuerySet):
    def on(self, day):
        """Records that may hold on `day` (a date): their period includes it, or they were known before."""
        return self.filter(begun_by(day, "start") & not_over_on(day) & begun_by(day, "known_on"))


class Period(models.Model):
    """A period, or the one date on which something is known, with its source.

    `start` and `end` belong to the period themselves. An empty date is not known: a record without an end is
    not said to hold today. What is known on one date has no period.
    """

    start = PartialDateField(_("from"), help_text=_("A day, a month (05/2017) or a year. Empty: not known."))
    end = PartialDateField(_("until and with"), help_text=_("Empty: not known, or it still holds."))
    known_on = PartialDateField(
        _("known on"), help_text=_("Instead of a period: the one date on which a source says so.")
    )
    source = models.CharField(_("source"), max_length=200, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.known_on and (self.start or self.end):
            raise ValidationError({"known_on": KNOWN_ON_ALONE})
        if self.start and self.end and self.end.last_day < self.start.first_day:
            raise ValidationError({"end": ENDS_BEFORE_START})

    def known_about(self, day):
        """What this says about `day`: a Known."""
        if self.known_on:
            if self.known_on.includes(day):
                return Known.HOLDS
            return Known.LAST_KNOWN if self.known_on.last_day < day else Known.NO
        if (self.start and self.start.first_day > day) or (self.end and self.end.last_day < day):
            return Known.NO
        if self.start or self.end:
            return Known.HOLDS
        return Known.UNDATED

    @property
    def since(self):
        """The first date that is known of this, for the order in time; empty where none is."""
        return self.start or self.known_on or self.end


class Dated(Period):
    """A Period that has no versions: a change is live at once, and its history says who made it."""

    history = HistoricalRecords(inherit=True)

    class Meta(Period.Meta):
        abstract = True


KNOWN_ON_ALONE = _("What is known on one date has no period: leave “from” and “until” empty.")
ENDS_BEFORE_START = _("It cannot end before it starts.")


def dated_constraints(name):
    """Database constraints that every concrete Dated model needs, under names that start with `name`."""
    return [
        models.CheckConstraint(
            # Cut to the same precision: what starts in "2017-05" may end in "2017".
            condition=models.Q(end="") | models.Q(end__gte=Left("start", Length("end"))),
            name=f"{name}_ends_after_start",
            violation_error_message=ENDS_BEFORE_START,
        ),
        models.CheckConstraint(
            condition=models.Q(known_on="") | models.Q(start="", end=""),
            name=f"{name}_known_or_period",
            violation_error_message=KNOWN_ON_ALONE,
        ),
    ]
