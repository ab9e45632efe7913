"""Municipalities, sub-regions and provinces, what they lie in, where they take part, and how they merged."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from organisations.models import Area, AreaChange, AreaPart, Participation
from organisations.models.areas import folded

from .live import LiveAdmin, LiveForm

PERIOD = ("start", "end", "known_on", "source")


class AreaPartInline(admin.TabularInline):
    model = AreaPart
    fk_name = "part"
    fields = ("whole", *PERIOD)
    autocomplete_fields = ("whole",)
    extra = 0


class ParticipationInline(admin.TabularInline):
    model = Participation
    fields = ("organization", *PERIOD)
    autocomplete_fields = ("organization",)
    extra = 0


@admin.register(Area)
class AreaAdmin(LiveAdmin):
    list_display = ("name", "kind", "start", "end", "source")
    list_filter = ("kind", "sites")
    search_fields = ("name", "folded_name")
    prepopulated_fields = {"slug": ("name",)}
    inlines = (AreaPartInline, ParticipationInline)
    fieldsets = (
        (None, {"fields": ("name", "kind", ("start", "end", "known_on"), "source")}),
        (None, {"fields": ("slug", "sites")}),
    )

    def view_on_site(self, area):
        return area.get_absolute_url()

    def get_readonly_fields(self, request, obj=None):
        """Another kind has another address: what is entered as the wrong kind is entered anew."""
        return ("kind",) if obj else ()

    def get_search_results(self, request, queryset, search_term):
        """With or without accents, hyphens and spaces, as readers find it."""
        found, duplicates = super().get_search_results(request, queryset, search_term)
        if wanted := folded(search_term):
            found = found | queryset.filter(folded_name__contains=wanted)
        return found, duplicates


class AreaChangeForm(LiveForm):
    def clean(self):
        data = super().clean()
        before, after = set(data.get("originals") or ()), set(data.get("results") or ())
        if before and before == after:
            raise ValidationError(_("Before and after are the same: nothing changed."))
        date = data.get("date")
        if date:
            self._refuse_other_dates(before - after, after - before, date)
        return data

    def _refuse_other_dates(self, ended, begun, date):
        """What ended has its last day before the merger, what began its first day on it, or none that is known."""
        for area in ended:
            if not area.end or area.end.first_day >= date.last_day:
                self.add_error(
                    "originals", _("%(name)s still exists on that date: fill in its last day.") % {"name": area}
                )
        for area in begun:
            if area.start and area.start.last_day < date.first_day:
                self.add_error("results", _("%(name)s existed before that date already.") % {"name": area})


@admin.register(AreaChange)
class AreaChangeAdmin(LiveAdmin):
    form = AreaChangeForm
    list_display = ("date", "before", "after", "source")
    list_filter = (("originals__sites", admin.RelatedOnlyFieldListFilter),)
    search_fields = ("date", "originals__name", "results__name", "source")
    autocomplete_fields = ("originals", "results")
    fieldsets = (
        (
            None,
            {
                "fields": ("date", "originals", "results", "source"),
                "description": _(
                    "This has no drafts: what you save is live at once. An area that goes on under its name stands "
                    "on both sides. Fill in the last day of what ended with the area itself."
                ),
            },
        ),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("originals", "results")

    @admin.display(description=AreaChange._meta.get_field("originals").verbose_name)
    def before(self, change):
        return ", ".join(area.name for area in change.originals.all())

    @admin.display(description=AreaChange._meta.get_field("results").verbose_name)
    def after(self, change):
        return ", ".join(area.name for area in change.results.all())
