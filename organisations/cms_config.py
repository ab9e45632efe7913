from cms.app_base import CMSAppConfig

from publication.versioning import versionable

from .models import OrganizationContent
from .views import render_organization


class OrganisationsCMSConfig(CMSAppConfig):
    cms_enabled = True
    djangocms_versioning_enabled = True
    versioning = [versionable(OrganizationContent)]
    cms_toolbar_enabled_models = [(OrganizationContent, render_organization)]
