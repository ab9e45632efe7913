"""The screen *Erase data*: what has to go, what that takes away, and the button that can't be undone."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from accounts.second_factor.middleware import lacks_step, question
from accounts.workplaces.middleware import refuse
from files.whole_requests import register_last_act
from publication.belonging import works_on

from . import finding, ledger
from .carrying_out import carry_out, line
from .forms import EraseForm
from .models import Kind
from .names import Sought, mark_of

SHOWN = 200  # places


def erase_data(request):
    if not request.user.has_perm("erasure.erase_data"):
        raise PermissionDenied
    if works_on(request.user) is not None:
        return refuse(request, _("What is erased goes from every site. Ask somebody who works on all of them."))
    if lacks_step(request):
        return question(request)
    form = EraseForm(request.POST or None)
    if not form.is_valid():
        return screen(request, form)
    found = found_by(form)
    chosen = [option for option in found["options"] if option.value in request.POST.getlist("chosen")]
    lines = lines_of(form, chosen, request.user)
    if "confirmed" not in request.POST or not lines:
        found["nothing_chosen"] = "confirmed" in request.POST
        return screen(request, form, found)
    carry_out(lines, request.session)
    request.erasures = lines
    messages.success(request, _("It was erased. Readers see only that something was removed."))
    return redirect("admin:erasure_erasure_changelist")


@register_last_act
def put_on_the_list(request, _response):
    """Once nobody refuses it, and before the database has it: what is on the list, the next start carries out."""
    for one in getattr(request, "erasures", ()):
        ledger.append(one)


def found_by(form):
    """What the person has to see before confirming."""
    if form.cleaned_data["kind"] != Kind.NAME:
        options = finding.options(form.cleaned_data["kind"], form.cleaned_data["sought"])
        return {"options": options[: finding.MOST], "too_many": len(options) > finding.MOST}
    sought = Sought(ledger.key(), tuple(marks_of(form.names)))
    places = list(finding.places(sought))
    return {
        "places": places[:SHOWN],
        "counts": finding.counted(places),
        "total": len(places),
        "options": finding.naming(sought, form.names, places),
    }


def lines_of(form, chosen, user):
    """A line for the names, and one for each file that was chosen."""
    ground = form.cleaned_data["ground"]
    lines = [line(option.kind, [option.mark], ground, user) for option in chosen]
    if form.cleaned_data["kind"] == Kind.NAME:
        lines.append(line(Kind.NAME, marks_of(form.names), ground, user))
    return lines


def marks_of(names):
    key = ledger.key()
    return [mark_of(name, key) for name in names]


def screen(request, form, found=None):
    context = admin.site.each_context(request) | {
        "title": _("Erase data"),
        "form": form,
        "found": found,
        "of_name": found is not None and form.cleaned_data["kind"] == Kind.NAME,
    }
    return TemplateResponse(request, "admin/erasure/erase.html", context)
