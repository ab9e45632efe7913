from cms.app_base import CMSAppConfig

from publication.versioning import versionable

from .models import NewsContent
from .views import render_news
from .wizards import news_wizard


class NewsCMSConfig(CMSAppConfig):
    cms_enabled = True
    djangocms_versioning_enabled = True
    versioning = [versionable(NewsContent)]
    cms_wizards = [news_wizard]
    cms_toolbar_enabled_models = [(NewsContent, render_news)]
