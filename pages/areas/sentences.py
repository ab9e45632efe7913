"""What is said of an area and of its mergers, as safe HTML with links."""

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from organisations.models import Area
from pages.wording import linked, unlinked


def story_of(merger, mergers, links=True):
    """ "Neerpelt en Overpelt gingen samen op in Pelt." """
    write = linked if links else unlinked
    ended, after = (write(mergers.named(areas)) for areas in (merger.ended, merger.after))
    if len(merger.after) == 1 and merger.ended:
        sentence = ngettext("{ended} became part of {after}", "{ended} merged into {after}", len(merger.ended))
        return format_html(sentence, ended=ended, after=after)
    before = write(mergers.named(merger.before))
    sentence = ngettext("{before} was divided into {after}", "{before} became {after}", len(merger.before))
    return format_html(sentence, before=before, after=after)


def state_of(area, mergers, day):
    """One or two sentences on what `area` is on `day`, for a list."""
    if area.kind != Area.Kind.MUNICIPALITY:
        return _("A sub-region.")
    if end := mergers.end_of(area):
        heirs = linked(mergers.named(mergers.successors(area)))
        return format_html(
            _("No longer exists since {date}. Now belongs to {heirs}."), date=end.date.in_words, heirs=heirs
        )
    if area.end and area.end.last_day < day:
        return format_html(_("Existed until and with {date}."), date=area.end.in_words)
    if start := mergers.start_of(area):
        before = linked(mergers.named(start.ended))
        return format_html(_("Exists since {date}, out of {before}."), date=start.date.in_words, before=before)
    return _("A municipality of today.")


def when(period):
    """Of what time a record speaks, for between brackets; empty where it says nothing of that."""
    if period.known_on:
        return _("last known: %(date)s") % {"date": period.known_on.in_words}
    if period.start and period.end:
        return _("from %(start)s until and with %(end)s") % {"start": period.start.in_words, "end": period.end.in_words}
    if period.start:
        return _("since %(date)s") % {"date": period.start.in_words}
    return _("until and with %(date)s") % {"date": period.end.in_words} if period.end else ""
