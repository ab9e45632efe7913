"""Days and moments."""

import datetime

from django.utils import timezone


def at_noon(day):
    """The moment that stands for a day where a format asks for a time: no time zone moves noon to another day."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))
