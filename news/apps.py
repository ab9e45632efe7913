from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("News")

    def ready(self):
        from . import showing  # noqa: F401 - registers what news shows of the media library
        from .versions import offer_documents_when_publishing

        offer_documents_when_publishing()
