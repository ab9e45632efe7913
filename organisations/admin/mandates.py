"""“Mandaat beëindigen of vervangen”: one action, in two steps: what and when, and then a look at what will happen."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from organisations.dating import PartialDateFormField
from organisations.mandates import hand_over
from organisations.models import Membership, Organization, Person
from organisations.period_words import period_in_words
from publication.own_choices import with_own_choices
from publication.seen import mark_of

CHANGED_SINCE = _("A colleague changed one of these meanwhile. Nothing was done yet: look again, and decide.")


def autocomplete(name):
    return AutocompleteSelect(Membership._meta.get_field(name), admin.site)


class HandOverForm(forms.Form):
    last = PartialDateFormField(
        label=_("Until and with"), help_text=_("A day, a month (05/2017) or a year. Who follows begins after it.")
    )
    person = forms.ModelChoiceField(
        Person.objects.all(), label=_("Replaced by this person"), required=False, widget=autocomplete("person")
    )
    member = forms.ModelChoiceField(
        Organization.objects.all(),
        label=_("Or by this organisation"),
        required=False,
        widget=autocomplete("member"),
        help_text=_("Leave both empty if you only end the mandate."),
    )
    function = forms.CharField(label=_("Function of who follows"), required=False, max_length=160)
    source = forms.CharField(label=_("Source"), required=False, max_length=200)

    def clean(self):
        data = super().clean()
        if data.get("person") and data.get("member"):
            raise ValidationError({"member": _("Choose a person or an organisation, not both.")})
        return data

    def tried(self, keys):
        """What would happen: pairs of what ends and what begins. Nothing stays; raises ValidationError."""
        with transaction.atomic():
            pairs = hand_over(keys, **self.cleaned_data)
            transaction.set_rollback(True)
        return pairs


class MandatesMixin:
    """For the admin of Membership."""

    actions = ("end_or_replace",)

    @admin.action(description=_("End or replace the chosen mandates"), permissions=("change",))
    def end_or_replace(self, request, queryset):
        chosen = list(queryset)
        self.check_each(request, chosen)
        step = request.POST.get("step")
        form = with_own_choices(HandOverForm, request.user)(request.POST if step else None)
        pairs = self.pairs(form, chosen) if step and form.is_valid() else None
        if pairs is None or step == "look" or self.were_changed(request, chosen):
            return self.page(request, form, chosen, pairs)
        hand_over([membership.pk for membership in chosen], **form.cleaned_data)
        self.log_and_tell(request, pairs)
        return None

    def check_each(self, request, chosen):
        if not all(self.has_change_permission(request, membership) for membership in chosen):
            raise PermissionDenied
        if not self.has_add_permission(request):
            raise PermissionDenied

    def were_changed(self, request, chosen):
        """Whether a colleague changed one of them since the look; then there is another look."""
        changed = request.POST.get("seen") != mark_of(chosen)
        if changed:
            self.message_user(request, CHANGED_SINCE, messages.WARNING)
        return changed

    def pairs(self, form, chosen):
        try:
            return form.tried([membership.pk for membership in chosen])
        except ValidationError as error:
            form.add_error(None, error)
            return None

    def page(self, request, form, chosen, pairs):
        context = self.admin_site.each_context(request) | {
            "title": _("End or replace mandates"),
            "opts": self.opts,
            "form": form,
            "chosen": [(membership, period_in_words(membership)) for membership in chosen],
            "sentences": [sentence for pair in pairs or () for sentence in in_words(*pair)],
            "seen": mark_of(chosen),
            "checkbox_name": ACTION_CHECKBOX_NAME,
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "admin/organisations/end_or_replace.html", context)

    def log_and_tell(self, request, pairs):
        for ended, _follower in pairs:
            self.log_change(request, ended, [{"changed": {"fields": [str(ended._meta.get_field("end").verbose_name)]}}])
        words = ngettext("%(count)s mandate was ended.", "%(count)s mandates were ended.", len(pairs))
        self.message_user(request, words % {"count": len(pairs)}, messages.SUCCESS)


def in_words(ended, follower):
    yield _("%(membership)s ends: %(period)s.") % {"membership": ended, "period": period_in_words(ended)}
    if follower:
        yield _("%(membership)s begins: %(period)s.") % {"membership": follower, "period": period_in_words(follower)}
