"""The base of what has no versions: a change is live at once, and its history says who made it."""

from django import forms
from django.contrib.sites.shortcuts import get_current_site
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin

LIVE_AT_ONCE = _("This has no drafts: what you save is live at once.")


class LiveAdmin(SimpleHistoryAdmin):
    """Sites are ticked; what is new is for the site on which the editor works."""

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "sites":
            kwargs["widget"] = forms.CheckboxSelectMultiple()
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request):
        return {"sites": [get_current_site(request).pk]} | super().get_changeform_initial_data(request)
