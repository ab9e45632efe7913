from cms.plugin_pool import plugin_pool
from django.utils.translation import gettext_lazy as _

from documents.views import published_documents
from news.views import attachments, published_news
from organisations.relations import published_bodies
from pages.models import BodiesBlock, ContactBlock, DocumentsBlock, FeaturedBlock, LatestNewsBlock

from .base import BlockPlugin


@plugin_pool.register_plugin
class FeaturedPlugin(BlockPlugin):
    name = _("In the spotlight")
    model = FeaturedBlock
    autocomplete_fields = ("news_item",)
    render_template = "components/featured.html"

    def details(self, instance, site):
        content = published_news(site).filter(news_item=instance.news_item_id).first()
        if content is None:
            return {"content": None}
        return {
            "content": content,
            "quotation": content.quotations.first(),
            "attachments": attachments(content, site),
        }


@plugin_pool.register_plugin
class BodiesPlugin(BlockPlugin):
    name = _("Organisations")
    model = BodiesBlock
    autocomplete_fields = ("organisations",)
    render_template = "components/bodies.html"

    def details(self, instance, site):
        bodies = published_bodies(site)
        chosen = [organisation.pk for organisation in instance.organisations.all()]
        return {"bodies": bodies.filter(organization__in=chosen) if chosen else bodies}


@plugin_pool.register_plugin
class LatestNewsPlugin(BlockPlugin):
    name = _("Latest news")
    model = LatestNewsBlock
    autocomplete_fields = ("organisation",)
    render_template = "components/latest-news.html"

    def details(self, instance, site):
        items = published_news(site)
        if instance.organisation_id:
            items = items.filter(organisations=instance.organisation_id)
        return {"items": items[: instance.count]}


@plugin_pool.register_plugin
class DocumentsPlugin(BlockPlugin):
    name = _("Documents")
    model = DocumentsBlock
    autocomplete_fields = ("organisation",)
    render_template = "components/latest-documents.html"

    def details(self, instance, site):
        documents = published_documents(site)
        if instance.organisation_id:
            documents = documents.filter(organisations=instance.organisation_id)
        return {"documents": documents[: instance.count]}


@plugin_pool.register_plugin
class ContactPlugin(BlockPlugin):
    name = _("Contact")
    model = ContactBlock
    autocomplete_fields = ("organisation",)
    render_template = "components/contact-block.html"

    def details(self, instance, site):
        body = published_bodies(site).filter(organization=instance.organisation_id).first()
        return {"body": body, "contact_points": body.contact_points.all() if body else ()}
