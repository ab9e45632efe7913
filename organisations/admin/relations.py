"""How bodies hang together, and what became of them."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from organisations.models import ChangeEvent, Organization, Relation

from .live import LiveAdmin, LiveForm


def labelled(*names):
    """Prefetches of keys to bodies, with their names: without these a list asks for each name by itself."""
    return [Prefetch(name, queryset=Organization.objects.all()) for name in names]


class RelationForm(LiveForm):
    FIELDS = LiveForm.FIELDS | {"once": ("object",), "not_to_itself": ("object",)}


@admin.register(Relation)
class RelationAdmin(LiveAdmin):
    form = RelationForm
    list_display = ("subject", "type", "object", "start", "end", "known_on", "source")
    list_filter = ("type",)
    list_select_related = ("type",)
    search_fields = ("subject__contents__name", "object__contents__name", "type__name", "source")
    autocomplete_fields = ("subject", "object")
    fieldsets = ((None, {"fields": ("subject", "type", "object", ("start", "end", "known_on"), "source")}),)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related(*labelled("subject", "object"))


class ChangeEventForm(LiveForm):
    def clean(self):
        data = super().clean()
        before, after = (set(data.get(name) or ()) for name in ("originals", "results"))
        if before and before == after:
            raise ValidationError({"results": _("The same organisations stand before and after: nothing changes.")})
        return data


@admin.register(ChangeEvent)
class ChangeEventAdmin(LiveAdmin):
    form = ChangeEventForm
    list_display = ("kind", "date", "before", "after", "source")
    list_filter = ("kind",)
    search_fields = ("originals__contents__name", "results__contents__name", "description", "source")
    autocomplete_fields = ("originals", "results")
    fieldsets = ((None, {"fields": (("kind", "date"), "originals", "results", "description", "source")}),)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related(*labelled("originals", "results"))

    @admin.display(description=_("before"))
    def before(self, event):
        return ", ".join(map(str, event.originals.all()))

    @admin.display(description=_("after"))
    def after(self, event):
        return ", ".join(map(str, event.results.all()))
