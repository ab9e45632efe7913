from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("News")

    def ready(self):
        from djangocms_versioning.models import Version

        from . import showing  # noqa: F401 - registers what news shows of the media library
        from .versions import ask_before_publishing, can_wait, photos_can_go_to_the_press

        Version.check_publish.append(can_wait)
        Version.check_publish.append(photos_can_go_to_the_press)
        ask_before_publishing()
