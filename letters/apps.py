from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LettersConfig(AppConfig):
    """The outbox: what the site mails waits here until the mail server has taken it."""

    name = "letters"
    verbose_name = _("Mail")
