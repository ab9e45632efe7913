"""Where somebody agrees beforehand that a plan lapses, for changes that a script of the CMS sends."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from .lapsing import Lapsing
from .models import PublicationSchedule
from .question import agree, sentences
from .screen import may_change_planned


def change_all_the_same(request, pk):
    """For who may change the thing itself: the question is only not asked again."""
    plan = get_object_or_404(PublicationSchedule.objects.to_appear().select_related("version"), pk=pk)
    if not may_change_planned(request.user, plan.version):
        raise PermissionDenied
    lapsing = Lapsing(request.user, [plan], [plan, *plan.together().exclude(pk=plan.pk)])
    if request.method == "POST":
        agree(request, lapsing.plans)
        messages.success(request, _("Go back to the other window and make the change again, within ten minutes."))
        return redirect("admin:index")
    context = admin.site.each_context(request) | {
        "title": _("A planned publication lapses"),
        "sentences": sentences(request, lapsing),
        "may_plan_again": lapsing.may_plan_again,
        "back": reverse("admin:index"),
    }
    return TemplateResponse(request, "admin/publication/lapses.html", context)
