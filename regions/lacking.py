"""What a site in production owes its readers and does not have yet: empty, or still an example.

Rooms above register what they keep themselves.
"""

import re

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from .models import Region

EXAMPLE = re.compile(r"voorbeeld|example|\.(?:test|invalid)$", re.IGNORECASE)
OF_REGION = {
    "legal_name": _("the publisher (legal name)"),
    "controller": _("the controller of personal data"),
    "email": _("the e-mail address for readers"),
    "complaints": _("the address for complaints"),
}
_others = []


def register_duty(find):
    """Register a function from a site to the names of what it lacks there."""
    _others.append(find)
    return find


def is_lacking(value):
    return not value.strip() or EXAMPLE.search(value.strip()) is not None


def lacking(site):
    """Names of what `site` lacks; nothing in the demonstration, which is an example on purpose."""
    if settings.DEMONSTRATION:
        return []
    region = Region.objects.filter(site=site).first()
    own = [name for field, name in OF_REGION.items() if region is None or is_lacking(getattr(region, field))]
    return own + [name for find in _others for name in find(site)]
