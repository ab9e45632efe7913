"""A draft is one person's at a time: whoever saves one that nobody has gets it. Taking it over asks first, and who lost
it reads who has it at their next save.
"""

from cms import operations
from cms.admin.utils import CONTENT_PREFIX
from cms.models import Placeholder
from django.core.exceptions import PermissionDenied
from django.dispatch import Signal
from django.http import HttpResponse, HttpResponseForbidden
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from djangocms_versioning.constants import DRAFT
from djangocms_versioning.models import Version

from .dates import moment_in_words
from .people import name_of
from .reach import version_of, versions_of
from .registered import put_before, versioned

# Sent with `version`, `holder` (who worked on it) and `user` (who took the lock away); who can reach people tells them.
draft_unlocked = Signal()


def hold(contents):
    """Let nobody take a draft of these before this request ends. On SQLite nobody can anyway."""
    list(versions_of(contents).select_for_update().order_by().values_list("pk"))


def take(versions, user):
    """Give `user` the drafts of these that nobody has: how many."""
    return versions.filter(state=DRAFT, locked_by=None).update(locked_by=user)


def take_content(content, user):
    return take(versions_of(type(content)._base_manager.filter(pk=content.pk)), user)


class TakesDrafts:
    """Mixin for the admin of a grouper: who saves the text of a draft that nobody has gets it."""

    def lock(self, request, obj):
        super().lock(request, obj)
        hold(self.content_model._base_manager.filter(**{self.grouper_field_name: obj.pk}))

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        content = self.get_content_obj(obj)
        text_came = any(name.startswith(CONTENT_PREFIX) for name in form.cleaned_data)
        if content and text_came and self.can_change_content(request, content):
            take_content(content, request.user)


class AsksBeforeUnlocking:
    """Mixin for versioning's admin of versions: who takes a draft over sees first whose it is, and since when."""

    def unlock_view(self, request, object_id):
        version = self.get_object(request, object_id)
        may = request.user.has_perm(f"{self.opts.app_label}.delete_versionlock")
        is_held = version and version.state == DRAFT and version.locked_by and may
        # Agreed to with the name of this holder: who has it since is another question.
        if not is_held or request.POST.get("from") == str(version.locked_by_id):
            response = super().unlock_view(request, object_id)
            hand_over(version, request.user)
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


def hand_over(version, user):
    """`version` is as it was before: who had the lock can be another than who made the draft. Who gives up their own
    leaves it to whoever saves first."""
    if version is None or version.locked_by in (None, user):
        return
    if take(Version.objects.filter(pk=version.pk), user):
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


class TakenMeanwhile(PermissionDenied):
    """Somebody else got the draft between the question whether this person may change it and the change."""


def changed_places(operation, places):
    """The placeholders that an operation of the CMS changes: to copy out of one changes nothing of it."""
    names = ["placeholder", "target_placeholder"]
    if operation in (operations.CUT_PLUGIN, operations.MOVE_PLUGIN):
        names.append("source_placeholder")
    return [places[name] for name in names if places.get(name)]


class SaysWhoHasIt:
    """Mixin for the CMS's admin of placeholders: who changes a block of a draft that nobody has gets the draft, and a
    refused save says who has it."""

    def _send_pre_placeholder_operation(self, request, operation, **kwargs):
        """What each of its acts calls before it changes something. Its signal comes only from some addresses."""
        for place in changed_places(operation, kwargs):
            if version := place.source and version_of(place.source):
                take(Version.objects.filter(pk=version.pk), request.user)
                version.refresh_from_db(fields=["locked_by"])
                if not version.is_unlocked_for_user(request.user):
                    raise TakenMeanwhile
        return super()._send_pre_placeholder_operation(request, operation, **kwargs)

    def edit_plugin(self, request, plugin_id):
        try:
            response = super().edit_plugin(request, plugin_id)
        except TakenMeanwhile:
            response = HttpResponseForbidden()
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
