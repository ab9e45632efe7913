from cms.plugin_base import CMSPluginBase
from django.contrib.sites.shortcuts import get_current_site
from django.utils.translation import gettext_lazy as _

from publication.preview import is_preview


class BlockPlugin(CMSPluginBase):
    """A plugin rendered by one partial. It knows the site of the request and whether its reader is an editor."""

    module = _("Blocks")
    cache = False

    def render(self, context, instance, placeholder):
        request = context["request"]
        context = super().render(context, instance, placeholder)
        context.update(self.details(instance, get_current_site(request)))
        context["editing"] = is_preview(request)  # where an empty block needs a word to hold on to
        return context

    def details(self, instance, site):
        """What the partial shows besides `instance`: a dictionary for its context."""
        return {}
