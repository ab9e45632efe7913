"""What is planned for a version, and how it went."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ScheduleQuerySet(models.QuerySet):
    def pending(self):
        """What is to be carried out still."""
        return self.filter(state=PublicationSchedule.State.PENDING)

    def to_appear(self):
        return self.pending().filter(act=PublicationSchedule.Act.PUBLISH)


class PublicationSchedule(models.Model):
    """One act on one version at one moment. It stays as history when its version is gone."""

    class Act(models.TextChoices):
        PUBLISH = "publish", _("publish")
        UNPUBLISH = "unpublish", _("unpublish")

    class State(models.TextChoices):
        PENDING = "pending", _("planned")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        ENDED = "ended", _("ended without being carried out")

    version = models.ForeignKey(
        "djangocms_versioning.Version", models.SET_NULL, null=True, related_name="schedules", verbose_name=_("version")
    )
    title = models.CharField(_("title"), max_length=255)
    act = models.CharField(_("act"), max_length=10, choices=Act)
    moment = models.DateTimeField(_("moment"), db_index=True)
    scheduled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("scheduled by")
    )
    scheduled_at = models.DateTimeField(_("scheduled at"), auto_now_add=True)
    state = models.CharField(_("status"), max_length=10, choices=State, default=State.PENDING)
    ended_at = models.DateTimeField(_("ended at"), null=True)
    note = models.TextField(_("note"), blank=True)
    # What has the same group goes out together or not at all.
    group = models.UUIDField(_("group"), null=True, editable=False, db_index=True)
    # Of what was to appear when it was planned (digest.py); empty until that is known.
    digest = models.CharField(max_length=64, blank=True, editable=False)

    objects = ScheduleQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("planned publication"), _("planned publications")
        ordering = ["moment", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["version", "act"], condition=models.Q(state="pending"), name="one_pending_per_version_and_act"
            )
        ]

    def __str__(self):
        return self.title

    def end(self, state, at, note=""):
        """It is over at `at`; `note` is a sentence for editors."""
        self.state, self.ended_at, self.note = state, at, note
        self.save(update_fields=["state", "ended_at", "note"])

    def together(self):
        """The plans that are carried out with this one, itself among them, the earliest first."""
        pending = type(self).objects.pending()
        return pending.filter(group=self.group) if self.group else pending.filter(pk=self.pk)
