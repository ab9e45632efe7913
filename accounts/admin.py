from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.contrib.sites.models import Site
from django.contrib.sites.shortcuts import get_current_site
from django.template.defaultfilters import yesno
from django.utils.translation import gettext_lazy as _
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from publication.seen import SeesOthers, value_of

from .actions import invite, invite_again, lift_lockout, show_link_of_second_step, take_second_step_away
from .forms import AccountForm, InvitationForm
from .own_password import password_change
from .privileges import assignable_roles, may_manage
from .second_factor.confirmed import is_confirmed
from .views import Login, Logout
from .workplaces.sites import own_sites, settle, sites_of, stored

SITES = ("every_site", "sites")


def kept_sites(account):
    """Pairs of how the two fields of its sites are kept and how they are said."""
    keys = stored(account)
    names = Site.objects.filter(pk__in=keys or ()).values_list("name", flat=True)
    return {
        "every_site": (str(keys is None), yesno(keys is None)),
        "sites": (str(sorted(keys or ())), ", ".join(names) or "–"),
    }


admin.site.login, admin.site.logout = Login.as_view(), Logout.as_view()
admin.site.password_change = password_change
admin.site.unregister((User, Group))
# Everybody registers their own device; whoever manages accounts takes one away from there (`take_second_step_away`).
admin.site.unregister((TOTPDevice, StaticDevice))


@admin.register(User)
class AccountAdmin(SeesOthers, UserAdmin):
    """Accounts are invited and made inactive, never given a password by somebody else and never deleted:
    versions remember who wrote them. Superusers come from `createsuperuser` only.
    """

    form = AccountForm
    add_form = InvitationForm
    add_form_template = None
    fieldsets = (
        (None, {"fields": ("email", "first_name", "last_name")}),
        (
            _("Access"),
            {"fields": ("groups", *SITES, "is_active", "username", "accepted", "last_login", "date_joined")},
        ),
    )
    add_fieldsets = (
        (
            None,
            {
                "fields": ("email", "first_name", "last_name", "groups", *SITES),
                "description": _("This person gets a mail with a link to choose a password."),
            },
        ),
    )
    readonly_fields = ("username", "accepted", "last_login", "date_joined")
    list_display = ("email", "first_name", "last_name", "roles", "accepted", "is_active", "last_login")
    list_display_links = ("email", "first_name")
    list_filter = ("groups", "is_active")
    ordering = ("email",)
    filter_horizontal = ()
    actions = (invite_again, lift_lockout, take_second_step_away, show_link_of_second_step)

    @admin.display(description=_("Roles"))
    def roles(self, account):
        return ", ".join(group.name for group in account.groups.all()) or (
            _("superuser") if account.is_superuser else "–"
        )

    @admin.display(description=_("Has a password"), boolean=True)
    def accepted(self, account):
        return account.has_usable_password()

    def get_queryset(self, request):
        accounts = super().get_queryset(request).prefetch_related("groups")
        return accounts if request.user.is_superuser else accounts.filter(is_superuser=False)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or may_manage(request.user, obj))

    def has_delete_permission(self, request, obj=None):
        return False

    def get_readonly_fields(self, request, obj=None):
        """Nobody changes their own roles, or shuts themselves out. The mail that proves whose account it is goes to
        another address only for who gave a code."""
        own = ("groups", "is_active") if obj == request.user else ()
        own += ("email",) if own and not is_confirmed(request) else ()
        return (*super().get_readonly_fields(request, obj), *own)

    def get_fieldsets(self, request, obj=None):
        """Nobody changes their own sites, or gives all of them without having them all."""
        left_out = set(SITES) if obj == request.user else set()
        left_out |= {"every_site"} if sites_of(request.user) is not None else set()
        return [
            (name, options | {"fields": [field for field in options["fields"] if field not in left_out]})
            for name, options in super().get_fieldsets(request, obj)
        ]

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        for name in set(SITES) - set(flatten_fieldsets(self.get_fieldsets(request, obj))):
            form.base_fields.pop(name, None)
        if "sites" in form.base_fields:
            form.base_fields["sites"].queryset = own_sites(request.user)
        return form

    def get_changeform_initial_data(self, request):
        return {"sites": [get_current_site(request).pk]} | super().get_changeform_initial_data(request)

    def shown(self, request, obj):
        """Also its sites, which are kept beside the account."""
        fields = self.own_fields(request, obj)
        kept = {name: found for name, found in kept_sites(obj).items() if name in fields}
        values = {name: value_of(obj, str(fields[name].label), *found) for name, found in kept.items()}
        return super().shown(request, obj) | values

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "groups":
            kwargs["queryset"] = assignable_roles(request.user)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_urls(self):
        # Not UserAdmin's own: it adds the page on which one sets the password of another.
        return admin.ModelAdmin.get_urls(self)

    def add_view(self, request, form_url="", extra_context=None):
        if request.method == "POST":
            # A double click sends the form twice: the second waits here, and then finds the account made.
            User.objects.select_for_update(no_key=True).get(pk=request.user.pk)
        return super().add_view(request, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if "sites" in form.cleaned_data:
            settle(obj, form.cleaned_data["sites"], form.cleaned_data.get("every_site", False))
        if not change:
            invite(request, obj)

    def response_add(self, request, obj, post_url_continue=None):
        return admin.ModelAdmin.response_add(self, request, obj, post_url_continue)


@admin.register(Group)
class RoleAdmin(admin.ModelAdmin):
    """To look at: what a role may do is written in `roles.py`, and set again with every release."""

    list_display = ("name",)
    search_fields = ("name",)
    fields = ("name",)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
