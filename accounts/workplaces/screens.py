"""Every screen of the administration: its lists, its choices and its forms keep to the sites of who looks."""

from django.contrib import admin, messages
from django.contrib.sites.models import Site

from publication.belonging import may_change, may_open, only_elsewhere, sentence, works_on

from .forms import OwnForms
from .sites import own_sites


def nobody(request, *args):
    return False


class OnOwnSites(OwnForms):
    """Mixin for an admin of whatever model; what is shared with a site of others is read-only, and says so."""

    def get_queryset(self, request):
        found = super().get_queryset(request)
        return found if works_on(request.user) is None else found.exclude(only_elsewhere(self.model, request.user))

    def get_object(self, request, object_id, from_field=None):
        """A key that no column can hold names nothing: SQLite's driver says so with an error of its own."""
        try:
            return super().get_object(request, object_id, from_field)
        except OverflowError:
            return None

    def has_view_permission(self, request, obj=None):
        return super().has_view_permission(request, obj) and (obj is None or may_open(request.user, obj))

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or may_change(request.user, obj))

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or may_change(request.user, obj))

    def can_change_content(self, request, content_obj):
        """Asked by the CMS of what has versions."""
        allowed = super().can_change_content(request, content_obj)
        return allowed and (content_obj is None or may_change(request.user, content_obj))

    def get_inline_instances(self, request, obj=None):
        inlines = super().get_inline_instances(request, obj)
        if obj is not None and not may_change(request.user, obj):
            for inline in inlines:
                inline.has_add_permission = inline.has_change_permission = inline.has_delete_permission = nobody
        return inlines

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.related_model is Site:
            kwargs["queryset"] = own_sites(request.user)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.related_model is Site:
            kwargs["queryset"] = own_sites(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request):
        """Who works on other sites than this one makes things for those."""
        initial, own = super().get_changeform_initial_data(request), works_on(request.user)
        if own is not None and not set(initial.get("sites", own)) <= own:
            initial["sites"] = sorted(own)
        return initial

    def render_change_form(self, request, context, *args, **kwargs):
        obj = kwargs.get("obj") or context.get("original")
        if obj is not None and request.method == "GET" and (said := sentence(request.user, obj)):
            messages.info(request, said)
        return super().render_change_form(request, context, *args, **kwargs)


def keep_to_own_sites(others):
    """Put the mixin, or the one that `others` name for a model, before every admin that is registered: a room that is
    new has it by itself."""
    for model, registered in admin.site._registry.items():
        kind, mixin = type(registered), others.get(model, OnOwnSites)
        registered.__class__ = type(kind.__name__, (mixin, kind), {"__module__": kind.__module__})
