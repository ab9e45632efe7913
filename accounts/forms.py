from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import get_user_model
from django.contrib.auth.forms import PasswordResetForm
from django.contrib.sites.models import Site
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from .names import canonical
from .roles import roles
from .workplaces.sites import stored

User = get_user_model()


class LoginForm(AdminAuthenticationForm):
    error_messages = {
        "invalid_login": _(
            "We do not know this combination of name and password, or the account is not active. "
            "After five wrong passwords you have to wait for a while."
        )
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        name = self.fields["username"]
        name.label = _("E-mail address or user name")
        name.widget.attrs |= {"spellcheck": "false", "inputmode": "email"}
        if self.is_bound:  # then the summary of what is wrong has the focus
            name.widget.attrs.pop("autofocus", None)


class ForgottenPasswordForm(PasswordResetForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail address")


class RolesField(forms.ModelMultipleChoiceField):
    """The groups, each with what it may do."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, group):
        summaries = {role.name: role.summary for role in roles()}
        return format_html("<strong>{}</strong>. {}", group.name, summaries.get(group.name, ""))


class AccountForm(forms.ModelForm):
    """Of an account that exists. Its roles and sites are limited by the admin to those that the editor may give."""

    every_site = forms.BooleanField(
        label=_("All sites"), required=False, help_text=_("Those that are still to come as well.")
    )
    sites = forms.ModelMultipleChoiceField(
        Site.objects.none(),
        label=_("Sites"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("On these sites this person works. What another site shows as well can be read only."),
    )

    class Meta:
        model = User
        fields = ("email", "first_name", "last_name", "groups", "is_active")
        field_classes = {"groups": RolesField}
        labels = {"email": _("E-mail address"), "groups": _("Roles"), "is_active": _("Active")}
        help_texts = {
            "groups": "",
            "username": _("With this name the person logs in."),
            "is_active": _("Who leaves is made inactive and can no longer log in; what they wrote stays theirs."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            keys = stored(self.instance)
            self.initial |= {"every_site": keys is None, "sites": sorted(keys or ())}
        if "email" in self.fields:  # absent from a screen that may only be read
            self.fields["email"].required = True

    def clean_email(self):
        email = self.cleaned_data["email"].strip()
        name = canonical(email)
        if len(name) > User._meta.get_field("username").max_length:
            raise ValidationError(_("This address is too long."))
        others = User.objects.exclude(pk=self.instance.pk)
        if others.filter(Q(username=name) | Q(email__iexact=email)).exists():
            raise ValidationError(_("There is an account with this e-mail address already."))
        return email

    def clean(self):
        """Who logs in with the e-mail address goes on doing so after it changed."""
        data = super().clean()
        if "email" in data and self.instance.username == canonical(self.initial.get("email") or ""):
            self.instance.username = canonical(data["email"])
        return data


class InvitationForm(AccountForm):
    """Of a new account: no password, it is for the invited person to choose one."""

    class Meta(AccountForm.Meta):
        fields = ("email", "first_name", "last_name", "groups")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("first_name", "groups"):
            self.fields[name].required = True

    def clean(self):
        data = super().clean()
        self.instance.username = canonical(data.get("email", ""))
        self.instance.is_staff = True
        self.instance.set_unusable_password()
        return data
