from cms.plugin_pool import plugin_pool
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from pages.models import FactRow, FactsBlock, LinkRow, LinksBlock
from publication.sources import common_source

from .base import BlockPlugin


class LinkRowInline(admin.StackedInline):
    model = LinkRow
    extra = 1


class FactRowInline(admin.StackedInline):
    model = FactRow
    extra = 1


@plugin_pool.register_plugin
class LinksPlugin(BlockPlugin):
    name = _("External links")
    model = LinksBlock
    inlines = [LinkRowInline]
    render_template = "components/external-links.html"

    def details(self, instance, site):
        return {"links": instance.rows.all(), "heading": instance.heading}


@plugin_pool.register_plugin
class FactsPlugin(BlockPlugin):
    name = _("Facts")
    model = FactsBlock
    inlines = [FactRowInline]
    render_template = "components/facts.html"

    def details(self, instance, site):
        facts = list(instance.rows.all())
        return {"facts": facts, "common_source": common_source(fact.source for fact in facts)}
