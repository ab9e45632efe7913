from cms.app_base import CMSAppConfig

from publication.versioning import versionable

from .models import ProjectContent
from .views import render_project


class ProjectsCMSConfig(CMSAppConfig):
    cms_enabled = True
    djangocms_versioning_enabled = True
    versioning = [versionable(ProjectContent)]
    cms_toolbar_enabled_models = [(ProjectContent, render_project)]
