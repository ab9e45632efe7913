"""All that is live at once about one body, on one screen: its benches, who sits there, its relations."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from organisations.models import Bench, Membership, Relation, Seating
from organisations.models.dated import not_over_on
from publication.seen import SeesOthers

from .live import LIVE_AT_ONCE, CheckedAgain, ForPublishers, LiveFormSet
from .memberships import BenchForm, MembershipForm
from .relations import RelationForm

SHOWN = 20  # Each row has choices that the screen looks up; and Django takes 1,000 fields in one form.


class SeatingInline(ForPublishers):
    formset = LiveFormSet
    extra = 0
    show_change_link = True

    def get_queryset(self, request):
        """What is shown is limited; what comes back is looked up among all, as the rows may have changed meanwhile."""
        records = super().get_queryset(request)
        body = request.resolver_match.kwargs.get("object_id")
        if request.method == "POST" or not str(body).isdecimal():
            return records
        own = records.filter(**{self.fk_name: body})
        return records.filter(
            pk__in=list(own.filter(not_over_on(timezone.localdate())).values_list("pk", flat=True)[:SHOWN])
        )


class BenchInline(SeatingInline, admin.TabularInline):
    model = Bench
    form = BenchForm
    fk_name = "organization"
    fields = ("kind", "name", "seats", "start", "end", "known_on", "source", "position")
    autocomplete_fields = ("kind",)


class MembershipInline(SeatingInline, admin.StackedInline):
    model = Membership
    form = MembershipForm
    fk_name = "body"
    fields = (
        ("person", "role", "function"),
        ("member", "shared_with"),
        ("delegated_by", "bench"),
        ("seats", "state", "position"),
        ("start", "end", "known_on"),
        "source",
    )
    autocomplete_fields = ("person", "role", "member", "shared_with", "delegated_by")

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        body = request.resolver_match.kwargs.get("object_id")
        if db_field.name == "bench" and str(body).isdecimal():
            kwargs["queryset"] = Bench.objects.filter(organization=body).select_related("kind")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class RelationFormSet(LiveFormSet):
    """Refuses rows that close a circle together, also with those of the other table: each by itself is right."""

    def clean(self):
        super().clean()
        # Both tables have the same body for their instance.
        entered = vars(self.instance).setdefault("entered_relations", [])
        for form in self.forms:
            if form.is_valid() and form.has_changed() and not form.cleaned_data.get("DELETE"):
                self.check(form, entered)
                entered.append(form.instance)

    def check(self, form, entered):
        try:
            if form.instance.type.hierarchical:
                form.instance.refuse_circle(beside=entered)
        except ValidationError as error:
            form.add_error(None, error)


class RelationFromInline(SeatingInline, admin.TabularInline):
    model = Relation
    form, formset = RelationForm, RelationFormSet
    fk_name = "subject"
    fields = ("type", "object", "start", "end", "known_on", "source")
    autocomplete_fields = ("type", "object")
    verbose_name_plural = _("relations of this organisation")


class RelationToInline(SeatingInline, admin.TabularInline):
    model = Relation
    form, formset = RelationForm, RelationFormSet
    fk_name = "object"
    fields = ("subject", "type", "start", "end", "known_on", "source")
    autocomplete_fields = ("type", "subject")
    verbose_name_plural = _("relations of others to this organisation")


@admin.register(Seating)
class SeatingAdmin(ForPublishers, CheckedAgain, SeesOthers, admin.ModelAdmin):
    inlines = (BenchInline, MembershipInline, RelationFromInline, RelationToInline)
    list_display = ("name", "number_of_seats")
    search_fields = ("slug", "contents__name")
    list_filter = ("sites",)
    readonly_fields = ("name", "more")
    fieldsets = ((None, {"fields": ("name", "more"), "description": LIVE_AT_ONCE}),)

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("benches")

    @admin.display(description=_("organisation"))
    def name(self, seating):
        return str(seating)

    @admin.display(description=_("seats"))
    def number_of_seats(self, seating):
        return ", ".join(str(bench.seats) for bench in seating.benches.all() if bench.seats) or "–"

    @admin.display(description=_("More"))
    def more(self, seating):
        memberships = Membership.objects.filter(body=seating.pk)
        hidden = memberships.count() - memberships.filter(not_over_on(timezone.localdate()))[:SHOWN].count()
        address = reverse("admin:organisations_membership_changelist")
        words = _("All memberships in a list, to end or replace several at once")
        link = format_html('<a href="{}?body__id__exact={}">{}</a>', address, seating.pk, words)
        if hidden:
            return format_html("{} ({})", link, _("%(count)s of them are not below") % {"count": hidden})
        return link
