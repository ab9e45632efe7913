"""Logging in and out, forgotten passwords, invitations: Django's views, with our own links, words and sending."""

from functools import partial

from django.contrib import admin
from django.contrib.auth import views
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from letters.sending import beside

from .forms import ForgottenPasswordForm, LoginForm
from .known_devices import remember
from .links import invitation_tokens, password_tokens
from .lockout import attempted_name, lift
from .mail import send_password_links
from .second_factor.mailbox import vouch
from .signed_out import SignedOutPage


class Login(SignedOutPage, views.LoginView):
    """Instead of the admin's own view, which brings the admin's frame, stylesheets and scripts along."""

    template_name = "accounts/login.html"
    authentication_form = LoginForm
    title = _("Log in")
    description = _("Here the people log in who work on this website.")

    def form_valid(self, form):
        return remember(super().form_valid(form), attempted_name(self.request))

    def get(self, request, *args, **kwargs):
        """Who is in already goes on to the first page: not to `next`, which may have sent them here."""
        if admin.site.has_permission(request):
            return redirect("admin:index")
        return super().get(request, *args, **kwargs)

    def dispatch(self, request, *args, **kwargs):
        """No password is asked in a frame: the box of the CMS says there how it goes on."""
        if request.method == "GET" and request.headers.get("Sec-Fetch-Dest") == "iframe":
            return render(
                request, "accounts/logged_out.html", {"title": Logout.title, "description": Logout.description}
            )
        return super().dispatch(request, *args, **kwargs)


class Logout(SignedOutPage, views.LogoutView):
    http_method_names = ["get", "head", "post", "options"]
    template_name = "accounts/logged_out.html"
    title = _("You are logged out")
    description = _("You are no longer logged in on this website.")

    def get(self, request, *args, **kwargs):
        """A link or a bookmark logs nobody out: that takes the form."""
        return redirect("admin:index")

    def post(self, request, *args, **kwargs):
        """What the browser kept of texts that were not saved goes as well (static/js/unsaved-fields.js)."""
        response = super().post(request, *args, **kwargs)
        response["Clear-Site-Data"] = '"storage"'
        return response


class ForgottenPassword(SignedOutPage, views.PasswordResetView):
    template_name = "accounts/forgotten_password.html"
    form_class = ForgottenPasswordForm
    title = _("Forgotten your password?")
    description = _("Here you ask for a link to choose a new password.")

    def form_valid(self, form):
        """Whether the address is known is looked up afterwards: neither answer nor time tell it."""
        transaction.on_commit(partial(beside.submit, send_password_links, form.cleaned_data["email"]))
        return HttpResponseRedirect(self.get_success_url())


class LinkSent(SignedOutPage, views.PasswordResetDoneView):
    template_name = "accounts/link_sent.html"
    title = _("Look in your mailbox")
    description = _("What happens after you asked for a link to choose a new password.")


class NewPassword(SignedOutPage, views.PasswordResetConfirmView):
    template_name = "accounts/choose_password.html"
    title = _("Choose a new password")
    description = _("Here you choose the password of your account.")
    token_generator = password_tokens
    reset_url_token = "kiezen"  # noqa: S105 - stands in the address instead of the token

    def get_user(self, uidb64):
        user = super().get_user(uidb64)
        return user if user and user.is_active else None

    def form_valid(self, form):
        """Who can read the mail of an account has no need of waiting for the end of a lockout."""
        lift(form.user)
        return remember(super().form_valid(form), attempted_name(None, {"username": form.user.get_username()}))

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context if self.validlink else context | {"title": _("This link no longer works")}


class Invitation(NewPassword):
    title = _("Welcome: choose your password")
    token_generator = invitation_tokens

    def form_valid(self, form):
        """The link came by mail to an account without a password: this browser may register a first device as well."""
        answer = super().form_valid(form)
        vouch(self.request, form.user)
        return answer


class PasswordChosen(SignedOutPage, views.PasswordResetCompleteView):
    template_name = "accounts/password_chosen.html"
    title = _("Your password is set")
    description = _("From now on you log in with your new password.")
