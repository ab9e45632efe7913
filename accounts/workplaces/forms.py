"""Every form of the administration, its rows and those of blocks among them, keeps to what its person may open."""

from cms.plugin_base import CMSPluginBase

from publication.own_choices import with_own_choices


class OwnForms:
    """Mixin for an admin."""

    def get_form(self, request, *args, **kwargs):
        return with_own_choices(super().get_form(request, *args, **kwargs), request.user)

    def get_formsets_with_inlines(self, request, *args, **kwargs):
        for formset, inline in super().get_formsets_with_inlines(request, *args, **kwargs):
            formset.form = with_own_choices(formset.form, request.user)
            yield formset, inline


def keep_blocks_to_own_choices():
    """Under the class that all blocks are built on: they are not registered with the administration."""
    CMSPluginBase.__bases__ = (OwnForms, *CMSPluginBase.__bases__)
