from cms.app_base import CMSAppConfig

from publication.versioning import versionable

from .models import DocumentContent
from .views import render_document


class DocumentsCMSConfig(CMSAppConfig):
    cms_enabled = True
    djangocms_versioning_enabled = True
    versioning = [versionable(DocumentContent)]
    cms_toolbar_enabled_models = [(DocumentContent, render_document)]
