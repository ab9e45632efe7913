"""Periods in words."""

from django.utils.translation import gettext as _


def in_words(period):
    """What is known of the time of `period` (anything with start, end and, perhaps, known_on); empty if nothing is.

    A source that names one date does not name a period, so neither does the sentence.
    """
    known_on = getattr(period, "known_on", "")
    if known_on:
        return _("known on %(date)s") % {"date": known_on.in_words}
    if period.start and period.end:
        if period.start == period.end:
            return period.start.in_words
        return _("%(start)s to %(end)s") % {"start": period.start.in_words, "end": period.end.in_words}
    if period.start:
        return _("from %(date)s, end not known") % {"date": period.start.in_words}
    return _("until %(date)s, start not known") % {"date": period.end.in_words} if period.end else ""
