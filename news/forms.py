"""What staff are asked about the embargo of an item."""

from django import forms
from django.utils.translation import gettext_lazy as _

from publication.moments import BelgianMoment


class EmbargoForm(forms.Form):
    """Until when an item waits."""

    moment = BelgianMoment(
        label=_("under embargo until"),
        help_text=_(
            "In Belgian time. From that second on readers see it, by itself. Before it nothing betrays that it exists."
        ),
    )


class MomentForm(EmbargoForm):
    """When readers may see a release for the first time. `until` is None for at once."""

    NOW, EMBARGO = "now", "embargo"

    when = forms.ChoiceField(
        label=_("From when may readers see it?"),
        widget=forms.RadioSelect,
        choices=[(NOW, _("At once")), (EMBARGO, _("Under embargo, until the moment below"))],
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["moment"].required = False

    def clean(self):
        data = super().clean()
        data["until"] = data.get("moment") if data.get("when") == self.EMBARGO else None
        if data.get("when") == self.EMBARGO and not data["until"] and "moment" not in self.errors:
            self.add_error("moment", _("Fill in the day and the hour at which the embargo ends."))
        return data
