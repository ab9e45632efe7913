"""A mail from the moment that it was written until a mail server took it, or we gave up."""

from datetime import timedelta

from django.contrib.sites.models import Site
from django.core.mail import EmailMultiAlternatives
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .secrets import with_secrets

LONGEST_TRYING = timedelta(days=1)
LONGEST_PAUSE = timedelta(hours=2)
KEPT = timedelta(days=30)

NO_WORDS = {"text": "", "html": "", "secrets": {}}


def pause_after(attempts):
    """2, 4, 8 … minutes. The first is longer than a mail server can keep us waiting (EMAIL_TIMEOUT, each command)."""
    return min(timedelta(minutes=2**attempts), LONGEST_PAUSE)


def name_of(record):
    """How a letter names the record that it is about."""
    return f"{record._meta.label_lower}.{record.pk}"


class LetterQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=Letter.State.WAITING)

    def due(self, at):
        return self.waiting().filter(due_at__lte=at)

    def failed(self):
        return self.filter(state=Letter.State.FAILED)

    def not_sent(self):
        """What may leave still: by itself, or when somebody tries it again."""
        return self.filter(state__in=(Letter.State.WAITING, Letter.State.FAILED))

    def newest_about(self, records):
        """The newest letter about each of `records`, by its key."""
        written = self.filter(about__in=[name_of(record) for record in records])
        return {int(letter.about.rpartition(".")[2]): letter for letter in written.order_by("written_at", "pk")}

    def over_since(self, at):
        return self.exclude(state=Letter.State.WAITING).filter(ended_at__lt=at)


class Letter(models.Model):
    """`secrets` says how the personal links of `text` and `html` are made: these hold signs in their place."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting to be sent")
        SENT = "sent", _("sent")
        FAILED = "failed", _("not sent")
        WITHDRAWN = "withdrawn", _("no longer needed")

    # In whose name it is written, and so who sees what became of it; none where its
    # reader works on no site, or what it tells of belongs to none.
    site = models.ForeignKey(Site, models.CASCADE, null=True, editable=False, related_name="+", verbose_name=_("site"))
    recipient = models.EmailField(_("to"))
    subject = models.CharField(_("subject"), max_length=500)
    sender = models.CharField(_("from"), max_length=400)
    reply_to = models.CharField(max_length=254, blank=True)
    headers = models.JSONField(default=dict)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    secrets = models.JSONField(default=dict)
    about = models.CharField(max_length=120, blank=True, db_index=True, editable=False)
    state = models.CharField(_("status"), max_length=10, choices=State, default=State.WAITING)
    written_at = models.DateTimeField(_("written"), default=timezone.now)
    # When it is tried next; a process that tries it puts this ahead first, so that no other does meanwhile.
    due_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    trying_since = models.DateTimeField(default=timezone.now, editable=False)
    ended_at = models.DateTimeField(_("ended at"), null=True)
    error = models.CharField(_("what went wrong"), max_length=500, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["-written_at", "-pk"]
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        default_permissions = ("view", "change")
        indexes = [models.Index(fields=["state", "due_at"], name="letter_due")]

    def __str__(self):
        return self.subject

    def message(self):
        """As it goes to the mail server, with its secrets. Raises where one of them opens nothing now."""
        text, html = with_secrets(self.secrets, self.text, self.html)
        message = EmailMultiAlternatives(
            self.subject,
            text,
            from_email=self.sender,
            to=[self.recipient],
            reply_to=[self.reply_to] if self.reply_to else None,
            headers=self.headers,
        )
        message.attach_alternative(html, "text/html")
        return message

    def claim(self, at):
        """Whether this process is the one that tries it now. No lock is held while the mail server is talked to."""
        untried = Letter.objects.due(at).filter(attempts=self.attempts)
        return self.note_in(untried, attempts=self.attempts + 1, due_at=at + pause_after(self.attempts + 1))

    def note_in(self, letters, **new):
        """Whether this letter is one of `letters` still, and `new` holds for it now. Nothing else of it is written: its
        words can have been taken out meanwhile."""
        mine = letters.filter(pk=self.pk).update(**new)
        for name, value in new.items() if mine else ():
            setattr(self, name, value)
        return bool(mine)

    def end(self, state, error=""):
        """It is over. What it said is kept for a letter that may be tried again, and for no other."""
        words = {} if state == self.State.FAILED else NO_WORDS
        # What somebody ended meanwhile stays ended, unless it had left already.
        letters = Letter.objects.all() if state == self.State.SENT else Letter.objects.waiting()
        self.note_in(letters, state=state, error=error[:500], ended_at=timezone.now(), **words)

    def postpone(self, error):
        """It is tried again, unless that was done for long enough."""
        if timezone.now() - self.trying_since >= LONGEST_TRYING:
            self.end(self.State.FAILED, error)
        else:
            self.note_in(Letter.objects.waiting(), error=error[:500])

    def withdraw(self, reason):
        """Nobody sends it any more, nor tries it again."""
        known = {"state": self.State.WITHDRAWN, "error": reason[:500], "ended_at": timezone.now()}
        self.note_in(Letter.objects.not_sent(), **known, **NO_WORDS)

    def wait_again(self):
        """Whether it had failed: then it waits as if it were new."""
        now = timezone.now()
        new = {"state": self.State.WAITING, "attempts": 0, "ended_at": None, "due_at": now, "trying_since": now}
        return bool(Letter.objects.failed().filter(pk=self.pk).update(**new))
