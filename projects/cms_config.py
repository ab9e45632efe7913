from cms.app_base import CMSAppConfig

from publication.versioning import versionable

from .models import ProjectContent


class ProjectsCMSConfig(CMSAppConfig):
    djangocms_versioning_enabled = True
    versioning = [versionable(ProjectContent)]
