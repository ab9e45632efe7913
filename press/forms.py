from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from publication.moments import BelgianMoment

from .models import Invitation

LASTS = timedelta(days=14)


class InvitationForm(forms.ModelForm):
    expires_at = BelgianMoment(
        label=_("link works until"),
        help_text=_("While the embargo lasts, and not after this moment. Then the release is public, or out of reach."),
    )

    class Meta:
        model = Invitation
        fields = ("name", "medium", "email", "expires_at")

    def __init__(self, *args, item, **kwargs):
        lasts = max(timezone.now() + LASTS, item.embargo_until or timezone.now())
        super().__init__(*args, initial={"expires_at": lasts.replace(second=0, microsecond=0)}, **kwargs)
        self.item = item

    def clean_expires_at(self):
        moment = self.cleaned_data["expires_at"]
        if moment <= timezone.now():
            raise forms.ValidationError(_("This moment has passed. Choose a later one."))
        return moment

    def clean_email(self):
        address = self.cleaned_data["email"]
        if self.item.invitations.valid().filter(email__iexact=address).exists():
            raise forms.ValidationError(_("This person has a link that works. Revoke it first to send a new one."))
        return address
