from cms.plugin_pool import plugin_pool
from django.utils.translation import gettext_lazy as _

from pages.models import PictureBlock, QuoteBlock

from .base import BlockPlugin


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
