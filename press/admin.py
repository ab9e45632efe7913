"""What the press reads is live at once: for who may publish."""

from django.contrib import admin
from django.contrib.sites.shortcuts import get_current_site

from organisations.admin.live import LiveAdmin, LiveForm

from .models import Boilerplate, Fact, PressContact


class PressContactForm(LiveForm):
    FIELDS = LiveForm.FIELDS | {
        "can_be_reached": ("telephone",),
        "one_without_end": ("end",),
        "one_start": ("start",),
    }


class StartForm(LiveForm):
    FIELDS = LiveForm.FIELDS | {"one_start": ("start",), "once": ("label",)}


@admin.register(PressContact)
class PressContactAdmin(LiveAdmin):
    form = PressContactForm
    list_display = ("name", "function", "start", "end", "site")
    list_filter = ("site",)
    search_fields = ("name", "function")
    fieldsets = ((None, {"fields": ("site", "name", "function", "telephone", "email", ("start", "end"))}),)

    def get_changeform_initial_data(self, request):
        return {"site": get_current_site(request).pk} | super().get_changeform_initial_data(request)


@admin.register(Boilerplate)
class BoilerplateAdmin(LiveAdmin):
    form = StartForm
    list_display = ("organization", "start", "text")
    autocomplete_fields = ("organization",)
    fieldsets = ((None, {"fields": ("organization", "text", "start")}),)


@admin.register(Fact)
class FactAdmin(LiveAdmin):
    form = StartForm
    list_display = ("label", "value", "organization", "known_on")
    search_fields = ("label", "value")
    autocomplete_fields = ("organization",)
    fieldsets = ((None, {"fields": ("organization", "label", "value", ("known_on", "source"), "position")}),)
