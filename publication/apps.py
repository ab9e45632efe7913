from django.apps import AppConfig


class PublicationConfig(AppConfig):
    """How content becomes public: drafts and versions, sites, addresses that stay."""

    name = "publication"

    def ready(self):
        from djangocms_versioning.models import Version

        from . import belonging_in_cms, former_addresses, saved_forms, xml_text  # noqa: F401 - they register themselves
        from .locks import put_into_admins
        from .scheduling import lapsing, overtaken  # noqa: F401 - connect their receivers
        from .scheduling.links import offer_in_lists_of_versions
        from .versioning import has_what_it_needs, name_versions_in_words

        name_versions_in_words()
        Version.check_publish.append(has_what_it_needs)
        offer_in_lists_of_versions()
        put_into_admins()
