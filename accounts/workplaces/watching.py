"""What a request saves and deletes, whatever way led there, of what is not for its person to change."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models.signals import m2m_changed, post_save, pre_delete, pre_save
from django.dispatch import receiver

from letters.models import Letter
from publication.belonging import UnknownBelonging, may_change, sentence

_watch = ContextVar("watched_changes", default=None)


class Watch:
    """`user` acts; `refusal` is the sentence about the first thing that was not theirs."""

    def __init__(self, user):
        self.user, self.refusal, self.touched = user, "", {}

    def look(self, thing):
        try:
            if not self.refusal and not may_change(self.user, thing):
                self.refusal = sentence(self.user, thing)
        except UnknownBelonging:
            return  # rows that packages keep: sessions, histories, states
        self.touched[type(thing), thing.pk] = thing

    def look_again(self):
        """At what became of it: nobody gives a thing to a site that is not theirs."""
        for thing in list(self.touched.values()):
            self.look(thing)
        return self.refusal


@contextmanager
def watched(user):
    token = _watch.set(Watch(user))
    try:
        yield _watch.get()
    finally:
        _watch.reset(token)


def present():
    return _watch.get()


@receiver((pre_save, post_save, pre_delete))
def look_at_a_row(sender, instance, **kwargs):
    # Who changes what is theirs may have to tell somebody of another site: the mail is not their change.
    if (watch := _watch.get()) and instance.pk is not None and sender is not Letter:
        watch.look(instance)


@receiver(m2m_changed)
def look_at_links(sender, instance, action, **kwargs):
    if watch := _watch.get():
        watch.look(instance)
