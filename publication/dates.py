"""Days and moments."""

import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _


def at_noon(day):
    """The moment that stands for a day where a format asks for a time: no time zone moves noon to another day."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))


def moment_in_words(moment):
    """ "maandag 6 februari 2017 om 10.00 u.", in the time of the place where readers are."""
    local = timezone.localtime(moment)
    words = {"day": date_format(local, "l j F Y"), "time": date_format(local, "G.i")}
    return _("%(day)s at %(time)s") % words
