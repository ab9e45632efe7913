"""The embargo of a news item, and of all that goes with it: set, moved and ended in one transaction.

The documents and pictures of every version that readers can have next, the draft and the published one, wait for the
same moment. A document keeps to it by itself: nobody asks the news whether a file may be handed out.
"""

from dataclasses import dataclass
from itertools import chain

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.sites.models import Site
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from djangocms_versioning.constants import DRAFT, PUBLISHED

from documents.models import Document
from pictures.models import Picture
from pictures.places import contents_with
from pictures.showing import is_shown
from publication.belonging import may_change
from publication.dates import moment_in_words

from .models import NewsContent, NewsItem


@dataclass(frozen=True)
class Package:
    """A news item with what goes with it."""

    item: NewsItem
    documents: list
    pictures: list

    def __iter__(self):
        return chain([self.item], self.documents, self.pictures)

    @classmethod
    def of(cls, key, lock=False):
        """Of the item with the key `key`; with `lock`, in a transaction, nobody else changes a row of it meanwhile."""
        [item] = rows(NewsItem, [key], lock)
        contents = NewsContent.everything.filter(news_item=item, versions__state__in=(DRAFT, PUBLISHED))
        documents = {row.document_id for content in contents for row in content.attachments.all()}
        pictures = {picture.pk for content in contents for picture in content.pictures()}
        return cls(item, rows(Document, documents, lock), rows(Picture, pictures, lock))

    def held_elsewhere(self):
        """Its documents and pictures that wait for another moment, or with another item."""
        for thing in self.documents + self.pictures:
            waits = thing.is_under_embargo and thing.embargo_until != self.item.embargo_until
            if waits or waits_elsewhere(thing, self.item):
                yield thing

    def not_theirs(self, user, until):
        """Of what is to wait until `until` and doesn't yet, what belongs to sites on which `user` does not work."""
        changed = [thing for thing in self.documents + self.pictures if thing.embargo_until != until]
        return [thing for thing in changed if not may_change(user, thing)]


def waits_elsewhere(thing, item, states=(DRAFT, PUBLISHED)):
    """Whether `thing` goes with a version, in one of `states`, of another item than `item` that is under embargo."""
    contents = NewsContent.everything.filter(goes_with(thing), versions__state__in=states)
    others = NewsItem.objects.filter(embargo_until__gt=timezone.now()).exclude(pk=item.pk)
    return others.filter(contents__in=contents).exists()


def goes_with(thing):
    """A condition on versions of news: that the document `thing` is attached, or that the picture stands in them."""
    if isinstance(thing, Document):
        return Q(attachments__document=thing.pk)
    return Q(pk__in=[content.pk for content in contents_with(thing) if isinstance(content, NewsContent)])


def rows(model, keys, lock):
    """Always in the order of their keys: two who lock some of the same never wait for each other in a circle."""
    found = model._base_manager.filter(pk__in=keys).order_by("pk")
    return list(found.select_for_update(of=("self",)) if lock else found)


@transaction.atomic
def put_under_embargo(item, until, user):
    """Hold `item` and all that goes with it back until the moment `until`, an aware datetime; or move that moment.

    Raises ValidationError with a sentence for a moment that has passed, and where something is public already, waits
    for a moment of its own or is not for `user` to change.
    """
    if until <= timezone.now():
        raise ValidationError(_("This moment has passed. Choose a later one."))
    package = Package.of(item.pk, lock=True)
    refuse([*obstacles(package), *not_for(user, package, until)])
    log(package.item, user, _("Embargo until %(moment)s.") % {"moment": moment_in_words(until)})
    set_moment(package, until)
    item.embargo_until = until


@transaction.atomic
def end_embargo(item, user):
    """Make `item` public now, with what goes with it, as far as it is published.

    Raises ValidationError with a sentence where something is not for `user` to change.
    """
    package, now = Package.of(item.pk, lock=True), timezone.now()
    refuse(list(not_for(user, package, now)))
    log(package.item, user, _("Embargo ended."))
    set_moment(package, now)
    item.embargo_until = now


@transaction.atomic
def extend_embargo(key, user=None):
    """Let what was added to the item with the key `key` since wait for its embargo too.

    Raises ValidationError with a sentence where that is public already, waits for a moment of its own or is not for
    `user` to change; None where that was asked before.
    """
    package = Package.of(key, lock=True)
    if not package.item.is_under_embargo:
        return
    until = package.item.embargo_until
    refuse([*obstacles(package), *(not_for(user, package, until) if user else ())])
    set_moment(package, until)


def refuse(problems):
    if problems:
        raise ValidationError(problems)


def set_moment(package, until):
    """What waits for another moment is left alone: it is `obstacles` that keeps it out."""
    former = package.item.embargo_until
    for thing in package:
        if thing.embargo_until == former or not thing.is_under_embargo:
            type(thing)._base_manager.filter(pk=thing.pk).update(embargo_until=until)


def obstacles(package):
    """Sentences: what can't be held back, as readers have it, and what waits for another moment."""
    if package.item.readers_know():
        yield _("Readers see this item already. An embargo comes too late.")
        return
    for thing in package.documents + package.pictures:
        if is_known(thing):
            yield _("Readers see “%(name)s” already, so that it can't be held back. Withdraw it, or take it out.") % {
                "name": thing
            }
    for thing in package.held_elsewhere():
        yield _("“%(name)s” waits for the end of another embargo. Take it out of one of the two.") % {"name": thing}


def not_for(user, package, until):
    """Sentences about what `user` may not hold back until `until`, nor let go before others may."""
    for thing in package.not_theirs(user, until):
        yield _(
            "“%(name)s” belongs to a site on which you don't work, so that you don't decide when it appears. "
            "Take it out, or ask whoever works there."
        ) % {"name": thing}


def is_known(thing):
    if isinstance(thing, Picture):
        return any(is_shown(thing, site) for site in Site.objects.all())
    return thing.readers_know()


def problems_of(item, user):
    """What keeps the embargo of `item` from holding if `user` publishes it, as sentences; none without an embargo."""
    if not item.is_under_embargo:
        return []
    package = Package.of(item.pk)
    return [*obstacles(package), *not_for(user, package, item.embargo_until)]


def log(item, user, message):
    LogEntry.objects.log_actions(user.pk, [item], CHANGE, change_message=message, single_object=True)
