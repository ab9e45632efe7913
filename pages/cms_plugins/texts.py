import json

from cms.plugin_pool import plugin_pool
from django.contrib.sites.shortcuts import get_current_site
from django.http import JsonResponse
from django.utils.translation import gettext_lazy as _
from djangocms_text.cms_plugins import TextPlugin as PackagedTextPlugin

from pages.models import PictureBlock, QuoteBlock
from pages.text_links import linkable_groups, with_https, without_dead_ends
from pages.text_tables import in_regions
from publication.preview import is_preview

from .base import BlockPlugin

plugin_pool.unregister_plugin(PackagedTextPlugin)


@plugin_pool.register_plugin
class TextPlugin(PackagedTextPlugin):
    """The package's plugin, whose links know pages only. The name is the one that its texts have in the database."""

    def get_available_urls(self, request):
        response = super().get_available_urls(request)
        if response.status_code != 200 or request.GET.get("g"):
            return response
        destinations = json.loads(response.content)
        destinations["results"] += linkable_groups(request.user, request.GET.get("q", "").strip())
        return JsonResponse(destinations)

    def render(self, context, instance, placeholder):
        request = context["request"]
        if not is_preview(request):
            instance.body = without_dead_ends(instance.body, get_current_site(request))
        instance.body = in_regions(instance.body, instance.pk)
        return super().render(context, instance, placeholder)

    def save_model(self, request, obj, form, change):
        obj.body = with_https(obj.body)
        super().save_model(request, obj, form, change)


@plugin_pool.register_plugin
class QuotePlugin(BlockPlugin):
    name = _("Quotation")
    model = QuoteBlock
    render_template = "components/quotation.html"

    def details(self, instance, site):
        return {"quotation": instance}


@plugin_pool.register_plugin
class PicturePlugin(BlockPlugin):
    name = _("Picture")
    model = PictureBlock
    render_template = "components/figure.html"

    def details(self, instance, site):
        return {"figure_picture": instance.picture, "figure_caption": instance.caption}
