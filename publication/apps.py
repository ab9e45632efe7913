from django.apps import AppConfig


class PublicationConfig(AppConfig):
    """How content becomes public: drafts and versions, sites, addresses that stay."""

    name = "publication"

    def ready(self):
        from . import former_addresses  # noqa: F401 - connects its receivers
        from .versioning import name_versions_in_words

        name_versions_in_words()
