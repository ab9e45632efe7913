"""Forgotten passwords and invitations: Django's views, with our own links, words and way of sending."""

from functools import partial

from django.contrib.auth import views
from django.db import transaction
from django.http import HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from .links import invitation_tokens, password_tokens
from .lockout import lift, signed_out_context
from .mail import later, send_password_links


class SignedOutPage:
    """Looks like the login page; its address, which may hold a token, is told to no other site."""

    def dispatch(self, *args, **kwargs):
        response = super().dispatch(*args, **kwargs)
        # Not "no-referrer": a browser then sends "Origin: null" with a form, which fails the CSRF check.
        response["Referrer-Policy"] = "same-origin"
        response["Cache-Control"] = "no-store"
        return response

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | signed_out_context()


class ForgottenPassword(SignedOutPage, views.PasswordResetView):
    template_name = "accounts/forgotten_password.html"
    title = _("Forgotten your password?")

    def form_valid(self, form):
        """Whether the address is known is looked up afterwards: neither answer nor time tell it."""
        transaction.on_commit(partial(later.submit, send_password_links, form.cleaned_data["email"]))
        return HttpResponseRedirect(self.get_success_url())


class LinkSent(SignedOutPage, views.PasswordResetDoneView):
    template_name = "accounts/link_sent.html"
    title = _("Look in your mailbox")


class NewPassword(SignedOutPage, views.PasswordResetConfirmView):
    template_name = "accounts/choose_password.html"
    title = _("Choose a new password")
    token_generator = password_tokens
    reset_url_token = "kiezen"  # noqa: S105 - stands in the address instead of the token

    def get_user(self, uidb64):
        user = super().get_user(uidb64)
        return user if user and user.is_active else None

    def form_valid(self, form):
        """Who can read the mail of an account has no need of waiting for the end of a lockout."""
        lift(form.user)
        return super().form_valid(form)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context if self.validlink else context | {"title": _("This link no longer works")}


class Invitation(NewPassword):
    title = _("Welcome: choose your password")
    token_generator = invitation_tokens


class PasswordChosen(SignedOutPage, views.PasswordResetCompleteView):
    template_name = "accounts/password_chosen.html"
    title = _("Your password is set")
