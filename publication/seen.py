"""Two people in what has no drafts: the form knows what it showed, so that the last save wipes nothing unseen.

The form carries a signed mark of each value, and of those in its rows. At the save they are compared with what the
database has, its rows locked. Where something differs the form comes back with what was typed, says what somebody
else changed, and can be saved again.
"""

from dataclasses import dataclass
from hashlib import sha256

from cms.admin.utils import CONTENT_PREFIX
from django.contrib import messages
from django.contrib.admin.actions import delete_selected
from django.contrib.admin.models import LogEntry
from django.contrib.admin.options import get_content_type_for_model
from django.contrib.admin.utils import display_for_field, unquote
from django.core import signing
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models, transaction
from django.forms.models import model_to_dict
from django.shortcuts import redirect
from django.template.defaultfilters import yesno
from django.utils.choices import flatten_choices
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from .locks import TakesDrafts

FIELD = "seen"
SALT = "publication.seen"
DELETE = "delete_selected"


@dataclass(frozen=True)
class Value:
    """One field of one row, as a form shows it: `mark` is what is compared, the rest is for words."""

    row: models.Model
    label: str
    words: str
    mark: str


def value_of(row, label, raw, words):
    return Value(row, label, str(words), sha256(raw.encode()).hexdigest()[:12])


def values_of(row, fields, label=""):
    """The values of `row` that a form with `fields` shows, by name."""
    for name, form_field in fields.items():
        found = raw_and_words(row, name)
        if found is not None:
            yield name, value_of(row, f"{label}{capfirst(str(form_field.label or name))}", *found)


def raw_and_words(row, name):
    """A value as it is kept and as it is said; None for what is not of the row, a box that deletes it for instance."""
    try:
        field = row._meta.get_field(name)
    except FieldDoesNotExist:
        value = getattr(row, name, None)  # a translated word of a package
        return (value, value) if isinstance(value, str) else None
    if field.many_to_many:
        others = list(getattr(row, name).all())
        return str(sorted(other.pk for other in others)), ", ".join(map(str, others)) or "–"
    if not field.concrete:
        return None
    return field.value_to_string(row), display_for_field(getattr(row, name), field, "–")


def mark_of(rows):
    """One mark for what all `rows` of one model hold: for what is looked at in one step and done in the next."""
    mark = sha256()
    for row in sorted(rows, key=lambda row: row.pk):
        mark.update(repr([field.value_to_string(row) for field in row._meta.concrete_fields]).encode())
    return mark.hexdigest()


class SeesOthers:
    """Mixin of an administration without drafts."""

    def own_fields(self, request, obj):
        """The fields of the form whose values are compared."""
        return self.get_form(request, obj, change=True).base_fields

    def rows_on_form(self, request, obj):
        """Pairs of formset and inline of the rows that are compared."""
        return self.get_formsets_with_inlines(request, obj)

    def shown(self, request, obj):
        """What the form of `obj` shows now, by a name for each value."""
        found = dict(values_of(obj, self.own_fields(request, obj)))
        for place, (formset, inline) in enumerate(self.rows_on_form(request, obj)):
            rows = inline.get_queryset(request).filter(**{formset.fk.name: obj.pk})
            fields = {name: field for name, field in formset.form.base_fields.items() if name != formset.fk.name}
            for row in rows:
                label = f"{capfirst(inline.opts.verbose_name)} “{row}”: "
                found |= {f"{place}.{row.pk}.{name}": value for name, value in values_of(row, fields, label)}
        return found

    def lock(self, request, obj):
        """Let nobody change `obj` or its rows until this request ends. On SQLite nobody can anyway."""
        list(self.model._base_manager.select_for_update().filter(pk=obj.pk).order_by().values_list("pk"))
        for formset, _inline in self.rows_on_form(request, obj):
            rows = formset.model._base_manager.select_for_update().filter(**{formset.fk.name: obj.pk})
            list(rows.order_by().values_list("pk"))

    def changed_meanwhile(self, request, object_id):
        """Sentences about what somebody else changed since the form was opened; none where all is as it was."""
        obj = self.get_object(request, unquote(object_id))
        if obj is None or not self.has_change_permission(request, obj):
            return []  # it is refused all the same, and its values are told to nobody
        self.lock(request, obj)
        obj = self.get_object(request, unquote(object_id))
        now = self.shown(request, obj)
        request.seen_now, seen = seal(now), seen_before(request, now)
        return list(sentences(seen, now, request, list(closed_meanwhile(request, obj, seen.keys() - now.keys()))))

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method != "POST":  # who only looks takes no lock: on SQLite a transaction is one
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            if object_id:
                request.changed_meanwhile = self.changed_meanwhile(request, object_id)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        words = getattr(request, "changed_meanwhile", [])
        return type(form.__name__, (Refused, form), {"changed_meanwhile": words}) if words else form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if change and obj is not None:
            context[FIELD] = self.still_seen(request, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def still_seen(self, request, obj):
        """A form with a mistake in it shows what it showed before."""
        if request.method == "POST" and not getattr(request, "changed_meanwhile", []):
            return request.POST.get(FIELD, "")
        return getattr(request, "seen_now", None) or seal(self.shown(request, obj))

    def delete_view(self, request, object_id, extra_context=None):
        obj = self.get_object(request, unquote(object_id))
        if obj is None:  # filer would look for the key as it stands, and fail where it is none
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if request.method != "POST":
            seen = {FIELD: seal(self.shown(request, obj))}
            return super().delete_view(request, object_id, seen | (extra_context or {}))
        with transaction.atomic():
            if words := self.changed_meanwhile(request, object_id):
                for sentence in words[:-1]:
                    messages.warning(request, sentence)
                return redirect(request.get_full_path())
            return super().delete_view(request, object_id, extra_context)

    def get_actions(self, request):
        actions = super().get_actions(request)
        if DELETE in actions:
            actions[DELETE] = (delete_unchanged, *actions[DELETE][1:])
        return actions


class SeesOthersLive(TakesDrafts, SeesOthers):
    """The same for a grouper: its own fields and rows are live; a draft is changed by one person at a time."""

    def own_fields(self, request, obj):
        fields = super().own_fields(request, obj)
        return {name: field for name, field in fields.items() if not name.startswith(CONTENT_PREFIX)}

    def rows_on_form(self, request, obj):
        pairs = super().rows_on_form(request, obj)
        return [(formset, inline) for formset, inline in pairs if formset.fk.related_model is self.model]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if object_id and self.get_object(request, unquote(object_id)) is None:  # the CMS would look for any key
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return super().changeform_view(request, object_id, form_url, extra_context)


def seal(shown):
    return signing.dumps({name: value.mark for name, value in shown.items()}, salt=SALT, compress=True)


def seen_before(request, now):
    """The marks that the form carries. One without, or with marks that are not ours, has shown nothing."""
    try:
        return signing.loads(request.POST.get(FIELD, ""), salt=SALT)
    except signing.BadSignature:
        return dict.fromkeys(now, "")


def delete_unchanged(admin, request, queryset):
    """Django's own action, which asks again where somebody else changed one of the rows since it asked."""
    with transaction.atomic():
        rows = list(queryset)
        for row in rows:
            admin.lock(request, row)
        now = {f"{row.pk}/{name}": value for row in queryset.all() for name, value in admin.shown(request, row).items()}
        if request.POST.get("post") and (words := list(sentences(seen_before(request, now), now, request))):
            for sentence in words[:-1]:
                messages.warning(request, sentence)
            request.POST = request.POST.copy()
            del request.POST["post"]
        response = delete_selected(admin, request, queryset)
        if response is not None:
            response.context_data[FIELD] = seal(now)
        return response


class Refused:
    """Mixin of a form that is saved only after what somebody else changed was seen."""

    def clean(self):
        data = super().clean()
        self.add_error(None, ValidationError([ValidationError(words) for words in self.changed_meanwhile]))
        return data


def is_unseen(request, form, now):
    """For a screen of its own, which was sent: whether somebody else changed what it showed. Then it says so."""
    words = list(sentences(seen_before(request, now), now, request))
    if words and form.is_bound and form.fields:
        form.add_error(None, [ValidationError(sentence) for sentence in words])
    else:
        for sentence in words[:-1]:
            messages.warning(request, sentence)
    return bool(words)


def mark_for(request, now, *, again):
    """What such a screen carries: what it shows now, or what it showed before where it comes back with a mistake."""
    return seal(now) if again or request.method != "POST" else request.POST.get(FIELD, "")


def closed_meanwhile(request, obj, names):
    """Sentences about what was filled in at fields of `obj` that were open, and are not any more."""
    fields = [field for field in (*obj._meta.concrete_fields, *obj._meta.many_to_many) if field.editable]
    for field in sorted(fields, key=lambda field: field.name):
        lost = filled_in(request, obj, field.name, field.formfield()) if field.name in names else ""
        if lost:
            yield _("You may not change “%(field)s” any more. You filled in: %(value)s") % {
                "field": capfirst(field.verbose_name),
                "value": lost,
            }


def filled_in(request, obj, name, field):
    """What was sent for a field, in words; empty where that is what it was already, or no form has it: a key."""
    if field is None:
        return ""
    sent = field.widget.value_from_datadict(request.POST, request.FILES, name)
    if not sent or not field.has_changed(model_to_dict(obj, [name]).get(name), sent):
        return ""
    labels = {str(key): str(label) for key, label in flatten_choices(getattr(field, "choices", ()))}
    labels[str(True)] = yesno(True)  # a box that is ticked
    return ", ".join(labels.get(value, value) for value in map(str, sent if isinstance(sent, list) else [sent]))


def sentences(seen, now, request, closed=()):
    # A row that the form did not show is not wiped by it.
    changed = [value for name, value in now.items() if name in seen and seen[name] != value.mark]
    gone = {name.rpartition(".")[0] for name in seen.keys() - now.keys() if "." in name}
    if not changed and not gone and not closed:
        return
    yield who_changed([value.row for value in changed])
    for value in changed:
        yield _("%(field)s is now: %(value)s") % {"field": value.label, "value": value.words}
    yield from closed
    if gone:
        yield _("Lines that were removed: %(number)s") % {"number": len(gone)}
    yield format_html(
        '{} <a href="{}">{}</a>',
        _("What you filled in still stands below: save again to put it in the place of that."),
        request.get_full_path(),
        _("Or leave yours, and open this screen again."),
    )


def who_changed(rows):
    last = max(filter(None, map(last_change, rows)), default=None, key=lambda change: change[0])
    if last is None:
        return _("Somebody else changed this after you opened it. Nothing was saved yet.")
    words = _("%(name)s changed this on %(moment)s, after you opened it. Nothing was saved yet.")
    return words % {"name": last[1] or _("Somebody"), "moment": date_format(localtime(last[0]), "j F Y H:i")}


def last_change(row):
    """Moment and person of the last change of `row` that was written down, or None."""
    found = []
    if hasattr(row, "history") and (entry := row.history.select_related("history_user").first()):
        found.append((entry.history_date, str(entry.history_user or "")))
    logged = LogEntry.objects.filter(content_type=get_content_type_for_model(row), object_id=str(row.pk))
    if entry := logged.select_related("user").order_by("-action_time").first():
        found.append((entry.action_time, str(entry.user)))
    return max(found, default=None, key=lambda change: change[0])
