"""What of packages belongs to no site: one's own settings, accounts, which have a rule of their own, and lists."""

from cms.models import UserSettings
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.contrib.sites.models import Site
from filer.models import Clipboard, FolderPermission, ThumbnailOption

from accounts.models import Workplace
from publication.belonging import everywhere, nowhere, register_belonging

register_belonging(UserSettings, LogEntry, User, Workplace, Clipboard)(nowhere)
register_belonging(Group, Site, FolderPermission, ThumbnailOption)(everywhere)
