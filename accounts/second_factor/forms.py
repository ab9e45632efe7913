from django import forms
from django.utils.translation import gettext_lazy as _
from django_otp import devices_for_user, match_token


class CodeForm(forms.Form):
    """A code of a registered device, or one of the codes on paper. `device` is the one that it fits."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.device = user, None

    def clean_code(self):
        code = self.cleaned_data["code"].replace(" ", "").lower()
        if not any(device.verify_is_allowed()[0] for device in devices_for_user(self.user)):
            raise forms.ValidationError(_("Too many wrong codes. Wait a minute and try again."))
        self.device = match_token(self.user, code)
        if self.device is None:
            raise forms.ValidationError(
                _("This code is not right, or was used already. Take the newest code of your app.")
            )
        return code


class FirstCodeForm(CodeForm):
    """The first code of a device that is being registered."""

    def __init__(self, *args, device, **kwargs):
        super().__init__(*args, user=device.user, **kwargs)
        self.new_device = device

    def clean_code(self):
        code = self.cleaned_data["code"].replace(" ", "")
        if not self.new_device.verify_is_allowed()[0]:
            raise forms.ValidationError(_("Too many wrong codes. Wait a minute and try again."))
        if not self.new_device.verify_token(code):
            raise forms.ValidationError(_("This code is not right. Check whether the clock of your phone is right."))
        return code
