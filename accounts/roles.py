"""What each role may do, as data. `role_groups.py` turns it into groups."""

from dataclasses import dataclass

from cms.models import CMSPlugin
from django.apps import apps
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from djangocms_versioning.models import Version

# Asked for by `pages`, declared by no model, as the model is not ours: (app label, model, codename) → name.
EXTRA_PERMISSIONS = {("djangocms_alias", "aliascontent", "publish_aliascontent"): "Can publish aliases"}


@dataclass(frozen=True)
class Role:
    """A group: `name` is its key in the database, `permissions` are "app_label.codename"."""

    name: str
    summary: str | Promise
    permissions: frozenset[str]


def may(actions, *models):
    """may("add change", "news.newsitem") → {"news.add_newsitem", "news.change_newsitem"}"""
    names = [model.split(".") for model in models]
    return {f"{label}.{action}_{model}" for label, model in names for action in actions.split()}


GROUPERS = ("news.newsitem", "organisations.organization", "documents.document", "projects.project")
CONTENTS = (
    "news.newscontent",
    "organisations.organizationcontent",
    "documents.documentcontent",
    "projects.projectcontent",
)
# Shared blocks.
BLOCKS = ("djangocms_alias.alias", "djangocms_alias.aliascontent", "djangocms_alias.category")
# Rows of one version: who writes a draft may also take them out of it.
ROWS = (
    "pages.factrow",
    "pages.linkrow",
    "news.attachment",
    "news.photo",
    "news.quotation",
    "documents.documentfile",
    "organisations.contactpoint",
    "organisations.externallink",
    "organisations.statusperiod",
    "projects.phase",
    "projects.partner",
    "projects.projectparticipation",
)
LIBRARY = ("filer.file", "filer.folder", "pictures.picture")
# Records without drafts, and the words that they are said in: a change is live at once.
RECORDS = (
    "organisations.bench",
    "organisations.membership",
    "organisations.person",
    "organisations.relation",
    "organisations.changeevent",
    "organisations.area",
    "organisations.areapart",
    "organisations.areachange",
    "organisations.participation",
    "organisations.milestone",
    "press.presscontact",
    "press.boilerplate",
    "press.fact",
)
TERMS = (
    "organisations.benchkind",
    "organisations.classification",
    "organisations.role",
    "organisations.theme",
    "organisations.relationtype",
)


def write_drafts():
    return (
        may("add change view", "cms.page", *GROUPERS, *CONTENTS, *BLOCKS, *LIBRARY)
        | may("add change delete view", *ROWS, *models_like(CMSPlugin))
        | may("change view", *models_like(Version))
        | may("view", *RECORDS, *TERMS, "organisations.seating", "news.correction")
        | {"cms.use_structure", "filer.can_use_directory_listing", "sites.view_site"}
    )


def publish():
    return (
        may("publish", "cms.page", "djangocms_alias.aliascontent", *CONTENTS)
        | may("delete", "cms.page", *GROUPERS, *CONTENTS, *BLOCKS, *LIBRARY)
        | may("add change delete view", *RECORDS, "redirects.redirect")
        | {"news.add_correction", "organisations.change_seating", "djangocms_versioning.delete_versionlock"}
        | {"pictures.change_shown_picture"}
    )


def run_the_site():
    return (
        may("change view", "regions.region")
        | may("add change delete view", *TERMS)
        | may("add change view", "auth.user")
        | may("change view", "letters.letter")
        | {"auth.view_group", "news.change_correction"}
        | {"erasure.view_erasure", "erasure.erase_data"}
    )


def models_like(base):
    """The labels of `base` and of everything installed that is built on it: plugins, the versions of each content."""
    return [model._meta.label_lower for model in apps.get_models() if issubclass(model, base)]


def roles():
    """The roles, from least to most. Asked for late: versioning makes its models when the site starts."""
    writes, publishes, runs = frozenset(write_drafts()), frozenset(publish()), frozenset(run_the_site())
    return (
        Role("Redacteur", _("Writes drafts and adds pictures. Somebody else publishes."), writes),
        Role("Eindredacteur", _("Writes, publishes and withdraws, and can break a lock."), writes | publishes),
        Role("Beheerder", _("All of that, and the accounts and the imprint as well."), writes | publishes | runs),
    )
