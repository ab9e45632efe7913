"""Where somebody agrees beforehand that a plan lapses, for changes that a script of the CMS sends."""

from django.contrib import admin, messages
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from .freezing import to_appear
from .lapsing import Lapsing
from .question import agree, sentences


def change_all_the_same(request, pk):
    """Who may not change the thing itself gets no further with it than before: only the question is not asked again."""
    plan = get_object_or_404(to_appear().select_related("version"), pk=pk)
    lapsing = Lapsing(request.user, [plan], [plan, *plan.together().exclude(pk=plan.pk)])
    if request.method == "POST":
        agree(request, lapsing.plans)
        messages.success(request, _("Go back to the other window and make the change again, within ten minutes."))
        return redirect("admin:index")
    context = admin.site.each_context(request) | {
        "title": _("A planned publication lapses"),
        "sentences": sentences(lapsing),
        "may_plan_again": lapsing.may_plan_again,
        "back": reverse("admin:index"),
    }
    return TemplateResponse(request, "admin/publication/lapses.html", context)
