"""A draft is one person's at a time: taking it over asks first, and who lost it reads who has it at their next save."""

from cms.models import Placeholder
from django.dispatch import Signal
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from djangocms_versioning.constants import DRAFT
from djangocms_versioning.models import Version

from .dates import moment_in_words
from .people import name_of
from .reach import version_of
from .registered import put_before, versioned

# Sent with `version`, `holder` (who worked on it) and `user` (who took the lock away); who can reach people tells them.
draft_unlocked = Signal()


class AsksBeforeUnlocking:
    """Mixin for versioning's admin of versions: who takes a draft over sees first whose it is, and since when."""

    def unlock_view(self, request, object_id):
        version = self.get_object(request, object_id)
        may = request.user.has_perm(f"{self.opts.app_label}.delete_versionlock")
        is_question = version and version.state == DRAFT and version.locked_by and may and "sure" not in request.POST
        if not is_question:
            response = super().unlock_view(request, object_id)
            tell_holder(version, request.user)
            return response
        if request.headers.get("Sec-Fetch-Dest") == "empty":
            # A menu posts from a script, which throws a page away.
            return HttpResponse(_("Unlock in the list of versions: there is a question first."), status=409)
        context = self.admin_site.each_context(request) | {
            "title": _("Take over “%(title)s”?") % {"title": version.content},
            "opts": self.opts,
            "version": version,
            "sentence": held_in_words(version),
        }
        return TemplateResponse(request, "admin/publication/take_over.html", context)


def tell_holder(version, user):
    """`version` is as it was before: who had the lock can be another than who made the draft."""
    if version and version.locked_by and Version.objects.filter(pk=version.pk, locked_by=None).exists():
        draft_unlocked.send(Version, version=version, holder=version.locked_by, user=user)


def held_in_words(version):
    """Who works on `version`, since when, and when it was changed last."""
    words = {
        "name": name_of(version.locked_by),
        "since": moment_in_words(version.created),
        "changed": moment_in_words(version.modified),
    }
    return (
        _("%(name)s works on this draft. It was begun on %(since)s, and saved for the last time on %(changed)s.")
        % words
    )


class SaysWhoHasIt:
    """Mixin for the CMS's admin of placeholders: a refused save of a block says who took the draft over."""

    def edit_plugin(self, request, plugin_id):
        response = super().edit_plugin(request, plugin_id)
        holder = holder_of(plugin_id, request.user) if response.status_code == 403 else None
        if holder is None:
            return response
        sentence = _("Not saved: %(name)s took this draft over. Copy what you wrote, and agree who goes on.")
        return HttpResponse(sentence % {"name": name_of(holder)}, status=409, content_type="text/plain; charset=utf-8")


def holder_of(plugin_id, user):
    """Who else holds the draft that this block is in, or None."""
    placeholder = Placeholder.objects.filter(cmsplugin__pk=plugin_id).first()
    source = placeholder and placeholder.source
    version = source and version_of(source)
    return version.locked_by if version and not version.is_unlocked_for_user(user) else None


def put_into_admins():
    for kind in versioned():
        put_before(kind.version_model_proxy, AsksBeforeUnlocking)
    put_before(Placeholder, SaysWhoHasIt)
