from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Who works on the site, what they may do, and how they get in."""

    name = "accounts"
    verbose_name = _("Accounts")

    def ready(self):
        from . import schedules  # noqa: F401 - connects its receiver
        from .client_address import trusted_networks
        from .role_groups import set_up_roles
        from .unlocking import silence_their_mail
        from .workplaces import belonging  # noqa: F401 - registers itself
        from .workplaces.media import Folder, OwnFolders
        from .workplaces.screens import keep_to_own_sites

        # Django sends post_migrate once for each app that has models, in this order: the last is after everything.
        last = [config for config in apps.get_app_configs() if config.models_module][-1]
        post_migrate.connect(set_up_roles, sender=last, dispatch_uid="accounts.set_up_roles")
        silence_their_mail()
        keep_to_own_sites({Folder: OwnFolders})
        trusted_networks()  # a wrong TRUSTED_PROXIES is an error at the start, not at the first login
