"""The screen on which somebody changes their own password: wrong ones count as at the login."""

from axes.handlers.proxy import AxesProxyHandler
from django.contrib import admin
from django.contrib.admin.sites import AdminSite
from django.contrib.auth.signals import user_login_failed

from .lockout import locked_out, wait_for_turn


def password_change(request, extra_context=None):
    """In the place of the admin's own. An open session is no way to guess the password of whoever left it open."""
    credentials = {"username": request.user.get_username()}
    if request.method == "POST":
        wait_for_turn(request, credentials)
        if not AxesProxyHandler.is_allowed(request, credentials):
            return locked_out(request)
    response = AdminSite.password_change(admin.site, request, extra_context)
    if was_wrong(response):
        user_login_failed.send(__name__, credentials=credentials, request=request)
    return response


def was_wrong(response):
    form = (getattr(response, "context_data", None) or {}).get("form")
    return form is not None and form.is_bound and form.has_error("old_password", "password_incorrect")
