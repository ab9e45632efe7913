"""The screen on which staff choose when a version appears and disappears."""

import uuid

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from djangocms_versioning.conditions import ConditionFailed
from djangocms_versioning.constants import DRAFT
from djangocms_versioning.helpers import version_list_url
from djangocms_versioning.models import Version

from publication.belonging import may_change
from publication.dates import moment_in_words
from publication.people import name_of
from publication.seen import FIELD, Value, is_unseen, mark_for

from . import conditions
from .due import missing
from .forms import ScheduleForm
from .models import PublicationSchedule
from .sentences import plan_in_words, plans_of

Act, State = PublicationSchedule.Act, PublicationSchedule.State
TAKES_APART = gettext_lazy(
    "This, or something that you chose, appears together with what you may not plan. Nothing was changed. "
    "Cancel your own plan, or ask whoever planned the rest."
)


def schedule_version(request, pk):
    """What is posted comes within a transaction (`files/whole_requests.py`); who only looks locks nothing."""
    versions = Version.objects.select_for_update(of=("self",)) if request.method == "POST" else Version.objects
    version = get_object_or_404(versions, pk=pk)
    if version.content is None:
        raise Http404
    if not version.has_publish_permission(request.user):
        raise PermissionDenied
    initial = {plan.act: plan.moment for plan in plans_of(version)}
    others = others_of(version, request.user)
    initial["together"] = [str(other.pk) for other in others if other.group and other.group in groups_of(version)]
    data = request.POST if "schedule" in request.POST else None
    form = ScheduleForm(data, version=version, others=others, initial=initial)
    now = shown(version, form)
    unseen = request.method == "POST" and is_unseen(request, form, now)
    if request.method == "POST" and not unseen and carry_out(request, version, form):
        messages.success(request, plan_in_words(version))
        LogEntry.objects.log_actions(
            request.user.pk, [version.grouper], CHANGE, change_message=plan_in_words(version), single_object=True
        )
        return redirect(request.path)
    context = admin.site.each_context(request) | {
        "title": _("Schedule “%(title)s”") % {"title": version.content},
        "version": version,
        "form": form,
        "sentence": plan_in_words(version),
        "plans": plans_of(version),
        "missing": [sentence for plan in plans_of(version) if plan.group for sentence in missing(plan.together())],
        "left_behind": getattr(version.content, "left_behind", list)() if version.state == DRAFT else (),
        "versions_url": version_list_url(version.content),
        "other_lock": version.locked_by if version.locked_by != request.user else None,
        FIELD: mark_for(request, now, again=unseen),
        "history": PublicationSchedule.objects.filter(version=version).exclude(state=State.PENDING),
    }
    return TemplateResponse(request, "admin/publication/schedule.html", context)


def shown(version, form):
    """What the screen shows of what is planned: each value that a colleague can change, by a name."""
    thing, labels = version.grouper, dict(form.fields["together"].choices) if "together" in form.fields else {}
    found = {"state": Value(thing, _("Status"), version.get_state_display(), version.state)}
    for name, field in form.fields.items():
        value = form.initial.get(name)
        if name == "together":
            value, words = sorted(value), ", ".join(labels[key] for key in value)
        else:
            words = value and moment_in_words(value)
        found[name] = Value(thing, str(field.label), words or "–", str(value or ""))
    return found


def carry_out(request, version, form):
    """Whether what the button asks for was done; if not, the form says why."""
    if "cancel" in request.POST:
        for act in Act:
            cancel(version, act, request.user)
        return True
    if not form.fields or not form.is_valid() or not may_happen(version, form, request.user):
        return False
    if takes_apart(version, form, request.user):
        form.add_error(None, TAKES_APART)
        return False
    for act in set(Act) & set(form.fields):
        moment = form.cleaned_data[act]
        if moment is None:
            cancel(version, act, request.user)
        elif moment != form.initial.get(act):
            plan(version, act, moment, request.user)
    if "together" in form.fields and regroups(form):
        put_together(version, form.cleaned_data["together"], form.cleaned_data["publish"])
    return True


def others_of(version, user):
    """Other things that are planned to appear and that `user` may publish."""
    plans = PublicationSchedule.objects.to_appear().exclude(version=version)
    return [plan for plan in plans.select_related("version") if may_plan(user, plan.version)]


def may_plan(user, version):
    return version.has_publish_permission(user) and may_change(user, version)


def may_change_planned(user, version):
    return version is not None and version.has_change_permission(user) and may_change(user, version)


def groups_of(version):
    return {plan.group for plan in plans_of(version) if plan.act == Act.PUBLISH and plan.group}


def regroups(form):
    return {"publish", "together"} & set(form.changed_data)


def takes_apart(version, form, user):
    """Whether it would part plans that are not for `user` from those that they go out with. Who cancels parts none."""
    if not regroups(form) or not form.cleaned_data.get("publish"):
        return False
    pending = PublicationSchedule.objects.to_appear()
    chosen = pending.filter(pk__in=form.cleaned_data.get("together", ())).exclude(group=None)
    groups = groups_of(version) | set(chosen.values_list("group", flat=True))
    companions = pending.filter(group__in=groups).exclude(version=version).select_related("version")
    return any(not may_plan(user, plan.version) for plan in companions)


def put_together(version, chosen, moment):
    """The plans with the keys `chosen` appear with `version` at `moment`; who is not chosen any more goes alone."""
    pending = PublicationSchedule.objects.to_appear()
    pending.filter(group__in=groups_of(version)).update(group=None)
    if chosen:
        group = pending.filter(Q(version=version) | Q(pk__in=chosen))
        group.update(group=uuid.uuid4(), moment=moment)


def may_happen(version, form, user):
    """What would make the publication fail is said now already."""
    act = Act.PUBLISH if version.state == DRAFT else Act.UNPUBLISH
    try:
        if any(form.cleaned_data.values()):
            conditions.check(act, version, user, form.cleaned_data.get("publish"))
    except ConditionFailed as problem:
        form.add_error(None, str(problem))
        return False
    return True


def plan(version, act, moment, user):
    fields = {"title": str(version.content)[:255], "moment": moment, "scheduled_by": user}
    fields |= {"scheduled_at": timezone.now(), "digest": ""}  # frozen anew as it is now
    PublicationSchedule.objects.update_or_create(fields, version=version, act=act, state=State.PENDING)


def cancel(version, act, user):
    for schedule in PublicationSchedule.objects.pending().filter(version=version, act=act):
        schedule.end(State.ENDED, timezone.now(), _("Cancelled by %(name)s.") % {"name": name_of(user)})
