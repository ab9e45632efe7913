"""The one button "Schedule": in the lists of versions and in the forms."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from djangocms_versioning.constants import DRAFT, PUBLISHED
from djangocms_versioning.models import Version

from publication.registered import put_before, versioned

from .sentences import plan_in_words


def schedule_address(version, user):
    """Of the screen; "" where `user` has nothing to plan there."""
    if version.state not in (DRAFT, PUBLISHED) or not version.has_publish_permission(user):
        return ""
    return reverse("schedule-version", args=(version.pk,))


class SchedulesVersions:
    """Mixin for versioning's admin of versions."""

    def _get_schedule_link(self, obj, request):
        address = schedule_address(obj, request.user)
        return address and self.admin_action_button(
            address, icon="list-ol", name="schedule", title=_("Schedule"), keepsideframe=False
        )

    def get_actions_list(self):
        return [*super().get_actions_list(), self._get_schedule_link]


def offer_in_lists_of_versions():
    for kind in versioned():
        put_before(kind.version_model_proxy, SchedulesVersions)


def schedule_line(content, user):
    """A line for a form: what is planned for this version, and where to change it."""
    version = Version.objects.get_for_content(content)
    address = schedule_address(version, user)
    if not address:
        return plan_in_words(version)
    return format_html('{} <a href="{}" target="_top">{}</a>', plan_in_words(version), address, _("Schedule"))
