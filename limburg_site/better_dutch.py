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
    # django-simple-history has no Dutch.
    _("Choose a date from the list below to revert to a previous version of this object."),
    _("This object doesn't have a change history."),
    _("Object"),
    _("Comment"),
    _("Changed by"),
    _("Change reason"),
    _("Changes"),
    _("Created"),
    _("Changed"),
    _("Deleted"),
    _("Revert"),
    _("Revert %(verbose_name)s"),
    _("View %(verbose_name)s"),
    _("Revert %s"),
    _("View history: %s"),
    _("Change history: %s"),
    _("Press the 'Revert' button below to revert to this version of the object."),
    _("You may edit it again below"),
)
