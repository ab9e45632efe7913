"""Who may see a release before the embargo ends, and what they did with it."""

import secrets
import string
from hashlib import sha256

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from news.models import NewsItem

# Letters and figures alone: mail programs that make links of plain text stop at other signs at the end.
ALPHABET = string.ascii_letters + string.digits
LENGTH = 24  # of 62 signs each: 142 bits


def new_seed():
    return secrets.token_hex(32)


def token_from(seed):
    """The token that `seed` and SECRET_KEY make: whoever has one of them alone has nothing."""
    number = int.from_bytes(salted_hmac("press.invitations", seed, algorithm="sha256").digest())
    signs = []
    for _sign in range(LENGTH):
        number, sign = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[sign])
    return "".join(signs)


def digest(token):
    """As it is kept. The token has too many bits to be guessed, so that no slow hash is needed."""
    return sha256(token.encode()).hexdigest()


class InvitationQuerySet(models.QuerySet):
    def valid(self, at=None):
        """Those that open something at the moment `at` (now, by default)."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=at or timezone.now())

    def for_token(self, token):
        """The valid invitation with this token, or None. Nothing else of the request is believed."""
        return self.valid().filter(token_hash=digest(token)).select_related("news_item").first()


class Invitation(models.Model):
    """A personal link to one release under embargo. Who has the link needs no account and gets no cookie."""

    news_item = models.ForeignKey(NewsItem, on_delete=models.CASCADE, related_name="invitations")
    name = models.CharField(_("name"), max_length=120)
    medium = models.CharField(_("medium"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail address"))
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("invited on"), auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    expires_at = models.DateTimeField(_("link works until"))
    revoked_at = models.DateTimeField(_("revoked on"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("invitation of a journalist")
        verbose_name_plural = _("invitations of journalists")

    def __str__(self):
        return f"{self.name} ({self.medium})" if self.medium else self.name

    @property
    def is_valid(self):
        return self.revoked_at is None and self.expires_at > timezone.now()


class Access(models.Model):
    """One thing that was done with an invitation. Erased after 90 days (`erase_press_accesses`)."""

    class Kind(models.TextChoices):
        OPENED = "opened", _("opened the link")
        READ = "read", _("read the release")
        FILE = "file", _("fetched a file")
        KIT = "kit", _("fetched the press kit")

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="accesses")
    at = models.DateTimeField(_("moment"), default=timezone.now)
    kind = models.CharField(_("what"), max_length=10, choices=Kind)
    subject = models.CharField(_("file"), max_length=220, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("access")
        verbose_name_plural = _("accesses")

    def __str__(self):
        return f"{self.get_kind_display()} {self.subject}".strip()
