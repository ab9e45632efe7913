"""Corrections: written by who publishes, live at once; changed by a Beheerder alone, with a reason that readers see."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from publication.seen import SeesOthers

from .models import Correction, CorrectionChange

SAID = ("kind", "wrong", "right", "date")


class CorrectionForm(forms.ModelForm):
    reason = forms.CharField(
        label=_("why you change this correction"),
        max_length=300,
        required=False,
        help_text=_("Readers see this sentence with the date of today. What stood here until now is kept."),
    )

    class Meta:
        model = Correction
        fields = ("news_item", *SAID)

    def clean(self):
        data = super().clean()
        if self.instance.pk and self.has_changed() and not data.get("reason"):
            self.add_error("reason", _("Say why you change what readers have read."))
        return data


@admin.register(Correction)
class CorrectionAdmin(SeesOthers, admin.ModelAdmin):
    form = CorrectionForm
    list_display = ("news_item", "kind", "date")
    list_filter = ("kind",)
    autocomplete_fields = ("news_item",)
    description = _(
        "Live at once, for every reader. Afterwards only a Beheerder can change it, and nobody takes it away."
    )

    def get_fieldsets(self, request, obj=None):
        fields = ("news_item", *SAID) if obj is None else ("news_item", *SAID, "reason")
        return [(None, {"fields": fields, "description": self.description})]

    def get_readonly_fields(self, request, obj=None):
        return () if obj is None else ("news_item",)

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        if not change:
            obj.published_by = request.user
        elif form.has_changed():
            former = Correction.objects.select_for_update().get(pk=obj.pk)
            CorrectionChange.objects.create(
                correction=obj,
                reason=form.cleaned_data["reason"],
                wrong=former.wrong,
                right=former.right,
                changed_by=request.user,
            )
        super().save_model(request, obj, form, change)
