"""What is put right or withdrawn of an item that readers have had."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .items import NewsItem


class Withdrawal(models.Model):
    """Why readers don't find what they could read before: said at its address for as long as it is not published."""

    news_item = models.OneToOneField(NewsItem, on_delete=models.CASCADE, related_name="withdrawal")
    reason = models.TextField(_("reason"), max_length=600)
    date = models.DateField(_("date"), default=timezone.localdate)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")

    def __str__(self):
        return self.reason


class Correction(models.Model):
    """What was put right, or changed, in an item that readers had already. Live at once, and never taken away."""

    class Kind(models.TextChoices):
        CORRECTION = "correction", _("Correction")
        CHANGE = "change", _("Change")

    news_item = models.ForeignKey(
        NewsItem, on_delete=models.PROTECT, related_name="corrections", verbose_name=_("news item")
    )
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=Kind,
        default=Kind.CORRECTION,
        help_text=_("A correction stands at the top of the item, a change at its foot."),
    )
    wrong = models.TextField(_("what was wrong"), max_length=600, blank=True)
    right = models.TextField(_("what is right"), max_length=600, help_text=_("Or, of a change: what is different now."))
    date = models.DateField(_("date"), default=timezone.localdate)
    published_at = models.DateTimeField(auto_now_add=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-date", "-pk"]
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(kind="correction", wrong=""),
                name="correction_says_what_was_wrong",
                violation_error_message=_("A correction says what was wrong as well."),
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.right[:60]}"

    def clean(self):
        if self.news_item_id and not self.news_item.readers_know():
            raise ValidationError(
                {"news_item": _("Readers have not seen this item yet. Change its text, and nothing needs correcting.")}
            )


class CorrectionChange(models.Model):
    """The public trace of a correction that was changed itself: what it said until then, and why it no longer does."""

    correction = models.ForeignKey(Correction, on_delete=models.CASCADE, related_name="changes")
    at = models.DateTimeField(auto_now_add=True)
    reason = models.CharField(_("reason"), max_length=300)
    wrong = models.TextField(blank=True)
    right = models.TextField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("change of a correction")
        verbose_name_plural = _("changes of corrections")

    def __str__(self):
        return self.reason
