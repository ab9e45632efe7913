"""A site in production has a press contact."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regions.lacking import is_lacking, register_duty

from .models import PressContact


@register_duty
def press_contact(site):
    contact = PressContact.objects.on(site, timezone.localdate())
    reached = [value for value in (contact.telephone, contact.email) if value] if contact else []
    if not reached or any(map(is_lacking, (contact.name, *reached))):
        yield _("the press contact of today")
