"""Benches, people and who sits where, each in a list of its own."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from organisations.models import Bench, Membership, Person
from organisations.period_words import period_in_words

from .live import LiveAdmin, LiveForm
from .mandates import MandatesMixin
from .relations import labelled
from .transfer import TransferMixin


class BenchForm(LiveForm):
    FIELDS = LiveForm.FIELDS | {"once": ("kind",)}


class MembershipForm(LiveForm):
    FIELDS = LiveForm.FIELDS | {
        "of_one": ("member",),
        "person_has_role": ("role",),
        "vacant_has_source": ("source",),
        "not_of_itself": ("member",),
        "has_a_seat": ("seats",),
        "of_person_once": ("person", "member"),
        "of_body_once": ("person", "member"),
        "of_body_once_in_bench": ("person", "member"),
    }


@admin.register(Person)
class PersonAdmin(LiveAdmin):
    search_fields = ("name",)
    fieldsets = (
        (
            None,
            {
                "fields": ("name",),
                "description": _("A name and nothing else: how to reach somebody stands at the body. Live at once."),
            },
        ),
    )


@admin.register(Bench)
class BenchAdmin(LiveAdmin):
    form = BenchForm
    list_display = ("__str__", "organization", "seats", "start", "end", "known_on", "source")
    list_filter = ("kind",)
    list_select_related = ("kind",)
    search_fields = ("name", "kind__label", "organization__contents__name")
    autocomplete_fields = ("organization", "kind")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "organization",
                    ("kind", "name"),
                    "seats",
                    ("start", "end", "known_on"),
                    "source",
                    "position",
                )
            },
        ),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related(*labelled("organization"))


@admin.register(Membership)
class MembershipAdmin(TransferMixin, MandatesMixin, LiveAdmin):
    form = MembershipForm
    list_display = ("holder", "body", "role", "bench", "period", "state", "source")
    list_filter = ("role", "state", "bench__kind")
    list_select_related = ("person", "role", "bench__kind")
    search_fields = ("person__name", "member__contents__name", "body__contents__name", "function", "source")
    autocomplete_fields = ("body", "bench", "member", "shared_with", "person", "role", "delegated_by")
    fieldsets = (
        (None, {"fields": ("body", "bench")}),
        (_("A person in a role"), {"fields": ("person", ("role", "function"), "delegated_by")}),
        (_("Or seats of an organisation"), {"fields": ("member", "shared_with")}),
        (_("Since when, and who says so"), {"fields": (("start", "end", "known_on"), "source")}),
        (_("Seats"), {"fields": (("seats", "state", "position"),)}),
    )

    def get_queryset(self, request):
        return (
            super().get_queryset(request).prefetch_related(*labelled("body", "member", "shared_with", "delegated_by"))
        )

    @admin.display(description=_("person or organisation"), ordering="person__name")
    def holder(self, membership):
        held_with = membership.shared_with.all()
        holder = membership.person or membership.member or membership.get_state_display()
        return " + ".join(map(str, (holder, *held_with)))

    @admin.display(description=_("period"), ordering="start")
    def period(self, membership):
        return period_in_words(membership)
