"""An embargo: until a moment that staff choose, what is published does not exist for readers."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def embargo_over(at, prefix=""):
    """Condition: no embargo holds at `at` (an aware datetime). The moment itself is the first of being public."""
    until = f"{prefix}embargo_until"
    return models.Q(**{f"{until}__isnull": True}) | models.Q(**{f"{until}__lte": at})


class Embargoed(models.Model):
    """What can be held back. The moment belongs to the thing and not to a version: no version gets out before.

    It is set with all that goes with it (`news/embargo.py`), never in a form of its own.
    """

    embargo_until = models.DateTimeField(_("under embargo until"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def is_held_back(self, at=None):
        """`embargo_over` of one thing, the other way round; at the moment `at`, or now."""
        return self.embargo_until is not None and self.embargo_until > (at or timezone.now())

    @property
    def is_under_embargo(self):
        return self.is_held_back()


def may_see_embargo(request):
    """Whether who asks, of staff, is sure enough to be shown what is under embargo: `request.may_see_embargo` is a
    function of whoever guards accounts. Without one nobody is asked anything."""
    return getattr(request, "may_see_embargo", lambda: True)()
