from cms.plugin_base import CMSPluginBase
from django.contrib.sites.shortcuts import get_current_site
from django.utils.translation import gettext_lazy as _


class BlockPlugin(CMSPluginBase):
    """A plugin rendered by one partial. It knows the site of the request and whether its reader is an editor."""

    module = _("Blocks")
    cache = False

    def render(self, context, instance, placeholder):
        request = context["request"]
        context = super().render(context, instance, placeholder)
        context.update(self.details(instance, get_current_site(request)))
        context["editing"] = is_editing(request)
        return context

    def details(self, instance, site):
        """What the partial shows besides `instance`: a dictionary for its context."""
        return {}


def is_editing(request):
    """Whether the page is shown in the editor, where an empty block needs a word to hold on to."""
    toolbar = getattr(request, "toolbar", None)
    return bool(toolbar and (toolbar.edit_mode_active or toolbar.preview_mode_active))
