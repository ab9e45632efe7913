"""Words of the packages that our own catalogue says for these editors: better Dutch, or Dutch at all.

Django asks the project's catalogue first. `script/messages` finds the words because they stand here.
"""

from django.utils.translation import gettext_noop as _

WORDS = (
    _("django CMS"),
    _("page content"),
    _("page contents"),
    _("django CMS Alias"),
    _("alias"),
    _("aliases"),
    _("Alias"),
    _("Filer"),
    _("You do not have permission to change this page."),
    _("You do not have permission to copy this page."),
    _("Enter a valid relative or absolute URL."),
    _("Add %(name)s"),
    _("Add %s"),
    _("Unlock"),
    _("Version unlocked"),
    _("Locked by %(user)s"),
    _("Unpublish Confirmation"),
    _("Select what you would like to create"),
)
