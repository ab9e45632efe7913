"""When a version appears and disappears."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from djangocms_versioning.constants import DRAFT, PUBLISHED

from publication.moments import BelgianMoment


class ScheduleForm(forms.Form):
    """Asks for the acts that the state of `version` leaves; an empty moment plans nothing."""

    publish = BelgianMoment(label=_("Appears on"), required=False)
    unpublish = BelgianMoment(label=_("Disappears on"), required=False)

    together = forms.MultipleChoiceField(
        label=_("Goes out together with"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("All of these appear at this moment, or none does when one of them fails."),
    )

    def __init__(self, *args, version, others, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["together"].choices = [(str(other.pk), str(other)) for other in others]
        if not others or version.state != DRAFT:
            del self.fields["together"]
        if version.state != DRAFT:
            del self.fields["publish"]
        if version.state not in (DRAFT, PUBLISHED):
            del self.fields["unpublish"]

    def clean(self):
        data = super().clean()
        for name in {"publish", "unpublish"} & set(self.fields):
            if data.get(name) and name in self.changed_data and data[name] <= timezone.now():
                self.add_error(name, _("This moment has passed. Choose a later one."))
        publish, unpublish = data.get("publish"), data.get("unpublish")
        if "publish" in self.fields and unpublish and "publish" not in self.errors:
            if not publish:
                self.add_error("publish", _("Say when it appears as well, or publish it first."))
            elif unpublish <= publish:
                self.add_error("unpublish", _("It can only disappear after it appeared."))
        if data.get("together") and not publish and "publish" not in self.errors:
            self.add_error("publish", _("Say when they appear together."))
        return data
