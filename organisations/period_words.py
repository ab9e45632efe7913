"""Periods in words. What is not known is said; what is known on one date never reads as a period."""

from django.utils.translation import gettext as _

from .models import Known


def on_date(date):
    """ "op 10 mei 2005", "in mei 2005" or "in 2005": as precise as the source."""
    words = _("on %(day)s") if len(date.parts) == 3 else _("in %(month_or_year)s")
    return words % {"day": date.in_words, "month_or_year": date.in_words}


def period_in_words(period, day=None):
    """How `period` reads on `day`; without a day, how it reads in a list of its own."""
    if getattr(period, "known_on", ""):
        return known_in_words(period, day)
    if period.start and period.start == period.end:
        return on_date(period.start)
    if period.start and period.end:
        words = (
            _("from %(start)s up to and including %(end)s") if is_day(period.end) else _("from %(start)s to %(end)s")
        )
        return words % {"start": period.start.in_words, "end": period.end.in_words}
    if period.start:
        return _("since %(start)s, end not known") % {"start": period.start.in_words}
    if period.end:
        words = (
            _("up to and including %(end)s, start not known")
            if is_day(period.end)
            else _("to %(end)s, start not known")
        )
        return words % {"end": period.end.in_words}
    return _("date not known")


def known_in_words(period, day):
    is_past = day is not None and period.known_about(day) is Known.LAST_KNOWN
    return (_("last known %(on_date)s") if is_past else _("known %(on_date)s")) % {"on_date": on_date(period.known_on)}


def is_day(date):
    return len(date.parts) == 3
