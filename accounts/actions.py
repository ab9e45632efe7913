"""What a Beheerder does with accounts besides filling in their form."""

from django.contrib import admin, messages
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from letters.sending import post

from .letters import invitation
from .lockout import lift
from .privileges import may_manage
from .second_factor.confirmed import is_confirmed
from .second_factor.devices import forget, has_device
from .second_factor.mailbox import link_for
from .second_factor.notices import tell


def invite(request, account):
    """Send the invitation as soon as the account is in the database; what comes of it stands among the mails."""
    post(invitation(account, inviter=request.user))
    words = _("The invitation is being sent to %s. Under “Mails” you see whether it left.")
    messages.success(request, words % account.email)


@admin.action(description=gettext_lazy("Send the invitation again"), permissions=["change"])
def invite_again(modeladmin, request, queryset):
    for account in manageable(request, queryset):
        if not account.is_active:
            messages.warning(request, _("The account %s is not active and gets no invitation.") % account.email)
        elif account.has_usable_password():
            messages.warning(
                request, _("The account %s has a password already; “forgotten your password” helps.") % account.email
            )
        else:
            account.set_unusable_password()  # another one: the link in an earlier mail stops working
            account.save(update_fields=["password"])
            modeladmin.log_change(request, account, _("The invitation was sent again."))
            invite(request, account)


@admin.action(description=gettext_lazy("Lift the lockout"), permissions=["change"])
def lift_lockout(modeladmin, request, queryset):
    for account in manageable(request, queryset):
        if lift(account):
            modeladmin.log_change(request, account, _("The lockout was lifted."))
            messages.success(request, _("The account %s can log in again.") % account.email)
        else:
            messages.info(request, _("The account %s was not locked out.") % account.email)


@admin.action(description=gettext_lazy("Take the second step away"), permissions=["change"])
def take_second_step_away(modeladmin, request, queryset):
    for account in manageable(request, queryset):
        if forget(account):
            tell(account, "taken-away")
            modeladmin.log_change(request, account, _("The second step was taken away."))
            messages.success(request, _("%s sets up a new second step at the next publication.") % account.email)
        else:
            messages.info(request, _("The account %s has no second step.") % account.email)


@admin.action(description=gettext_lazy("Show the link to set up the second step"), permissions=["change"])
def show_link_of_second_step(modeladmin, request, queryset):
    """For who gets no mail. The Beheerder hands the link over, and is sure to whom; nobody does so for themselves."""
    if not is_confirmed(request):
        messages.error(request, _("First set up a second step yourself, and confirm with a code."))
        return
    for account in manageable(request, queryset):
        if account == request.user or has_device(account):
            messages.warning(request, _("The account %s has a second step, or is your own.") % account.email)
        else:
            modeladmin.log_change(request, account, _("A link to set up the second step was shown."))
            words = _("Give %(account)s this link yourself. It works once, within an hour: %(link)s")
            messages.success(request, words % {"account": account.email, "link": link_for(account)})


def manageable(request, queryset):
    """The chosen accounts that the user of this request may manage; tells about the others."""
    for account in queryset:
        if may_manage(request.user, account):
            yield account
        else:
            messages.error(request, _("The account %s may do more than you: you cannot manage it.") % account.email)
