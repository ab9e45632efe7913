"""Nobody opens what belongs to sites on which they do not work, nor changes what belongs to one of those as well."""

from contextlib import nullcontext

from django.contrib import admin
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from accounts.naming import BESIDE, CHANGED, named
from files.whole_requests import SAFE, register_second_look
from publication.belonging import UnknownBelonging, may_change, may_open, sentence, works_on
from publication.staff_addresses import STAFF_PREFIX

from .watching import present, watched


class OwnSitesMiddleware:
    """Comes after AuthenticationMiddleware."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        changes = request.path_info.startswith(STAFF_PREFIX) and request.method not in SAFE
        keeps = changes and request.user.is_authenticated and works_on(request.user) is not None
        with watched(request.user) if keeps else nullcontext():
            return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        user = request.user if request.path_info.startswith(STAFF_PREFIX) else None
        if user is None or not user.is_authenticated or works_on(user) is None:
            return None
        changes = request.method not in SAFE
        for thing, how in named(request):
            allowed = may_change if changes and how == CHANGED else may_open
            if how != BESIDE and not is_allowed(allowed, user, thing):
                return refuse(request, sentence(user, thing))
        return None


def is_allowed(allowed, user, thing):
    """Rows that packages keep have rules of their own there."""
    try:
        return allowed(user, thing)
    except UnknownBelonging:
        return True


def refuse(request, why):
    context = admin.site.each_context(request) | {"title": _("Not your site"), "why": why}
    return TemplateResponse(request, "admin/accounts/not_your_site.html", context, status=403)


@register_second_look
def undo_what_is_not_theirs(request):
    watch = present()
    why = watch and watch.look_again()
    return (lambda: refuse(request, why)) if why else None
