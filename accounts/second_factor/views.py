"""The screens of the second step, in the look of the login page."""

from base64 import b32encode

import segno
from django import forms
from django.contrib.auth.mixins import AccessMixin
from django.contrib.auth.views import RedirectURLMixin
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from accounts.mail import STEP_LINK_ASKED_FOR, log_link, may_send_link
from accounts.signed_out import SignedOutPage, for_everybody

from .confirmed import confirm, is_confirmed
from .devices import has_device, new_codes, register, unconfirmed
from .forms import CodeForm, FirstCodeForm
from .kept_forms import kept
from .mailbox import is_good, is_proven, mail_link, prove
from .notices import tell
from .steps import leading_to


class OwnStep(SignedOutPage, RedirectURLMixin, AccessMixin, FormView):
    """For staff who are logged in. `next` leads to where they were, on this site."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated or not request.user.is_staff:
            return redirect(leading_to(reverse("admin:login"), self.way_here()))
        return super().dispatch(request, *args, **kwargs)

    def way_here(self):
        """This step again, with where it leads to: also after a session that ended while the form was open."""
        return leading_to(self.request.path, self.get_redirect_url())

    def get_default_redirect_url(self):
        return reverse("admin:index")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"next": self.get_redirect_url()}


class SecondStep(OwnStep):
    template_name = "accounts/second_factor/code.html"
    form_class = CodeForm
    title = _("Confirm that it is you")
    description = _("Here you give a code before you make something public.")

    def get(self, request, *args, **kwargs):
        if not has_device(request.user):
            return redirect(leading_to(reverse("second-factor-setup"), self.get_redirect_url()))
        return super().get(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}

    def form_valid(self, form):
        confirm(self.request, form.device)
        return redirect(self.get_success_url())


class SetUp(OwnStep):
    """Who has a device already confirms with it first: a session that was left open replaces nothing. Who has none
    shows first that it is their account: a stolen password registers nothing."""

    template_name = "accounts/second_factor/setup.html"
    form_class = FirstCodeForm
    title = _("Set up the second step")
    description = _("Here you register the app that makes your codes.")

    def dispatch(self, request, *args, **kwargs):
        user = request.user
        if user.is_authenticated and user.is_staff and has_device(user) and not is_confirmed(request):
            return redirect(leading_to(reverse("second-factor"), self.way_here()))
        if user.is_authenticated and user.is_staff and not has_device(user) and not is_proven(request):
            return redirect(leading_to(reverse("second-factor-link"), self.get_redirect_url()))
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"device": self.device}

    @property
    def device(self):
        return unconfirmed(self.request.user)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "picture": picture(self.device),
            "secret": secret(self.device),
            "has_device": has_device(self.request.user),
        }

    def post(self, request, *args, **kwargs):
        # Whoever gets here with a device has confirmed with it (see `dispatch`).
        if "new_codes" in request.POST and has_device(request.user):
            tell(request.user, "codes")
            return self.show(new_codes(request.user))
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        codes = register(form.new_device)
        confirm(self.request, form.new_device)
        tell(self.request.user, "app")
        return self.show(codes, of_new_app=True)

    def show(self, codes, of_new_app=False):
        """Once: they are not to be had later."""
        context = {"title": _("Keep these codes"), "codes": codes, "next": self.get_success_url()}
        context["of_new_app"] = of_new_app
        return for_everybody(TemplateResponse(self.request, "accounts/second_factor/codes.html", context))


class AskForLink(OwnStep):
    """Before a first device: a mail to the owner of the account."""

    template_name = "accounts/second_factor/link.html"
    form_class = forms.Form
    title = _("First show that it is your account")
    description = _("Here you ask for a mail to set up the second step.")

    def form_valid(self, form):
        account = self.request.user
        if may_send_link(account, STEP_LINK_ASKED_FOR):
            log_link(account, STEP_LINK_ASKED_FOR)
            mail_link(account, self.get_redirect_url())
        return self.render_to_response(self.get_context_data(form=form, asked=True))


class Mailbox(OwnStep):
    """What a link opens. A mail scanner opens links as well: it is the button that counts."""

    template_name = "accounts/second_factor/mailbox.html"
    form_class = forms.Form
    title = _("Set up the second step")
    description = _("Here you go on from the mail that you got.")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"good": is_good(self.kwargs["token"], self.request.user)}

    def form_valid(self, form):
        if not is_good(self.kwargs["token"], self.request.user):
            return self.form_invalid(form)
        prove(self.request, self.request.user)
        return redirect(leading_to(reverse("second-factor-setup"), self.get_redirect_url()))


class GoOn(OwnStep):
    """The form that was sent when the step was asked, to be sent again."""

    http_method_names = ["get", "head", "options"]
    template_name = "accounts/second_factor/go_on.html"
    form_class = forms.Form
    title = _("Go on with what you sent")
    description = _("Here you send the form again that you filled in.")

    def get(self, request, *args, **kwargs):
        if self.kept is None:
            return redirect("admin:index")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"kept": self.kept}

    @property
    def kept(self):
        return kept(self.request, self.kwargs["token"])


def picture(device):
    """What a phone reads: black on white, whatever the scheme of the page."""
    code = segno.make(device.config_url, micro=False)
    svg = code.svg_inline(scale=5, border=4, light="#fff", svgclass=None, lineclass=None, title="")
    return mark_safe(svg)  # noqa: S308 - made of modules by segno, with no words in it


def secret(device):
    """The key for who types it, in groups of four (base 32)."""
    text = b32encode(device.bin_key).decode()
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))
