"""An account without a role gets no further than its own door: packages show drafts and folders to all staff."""

from django.core.exceptions import PermissionDenied

from publication.staff_addresses import STAFF_PREFIX

# The way in and out, and what is about oneself. The start says that there is nothing to do yet.
OWN_DOOR = {
    "admin:index",
    "admin:login",
    "admin:logout",
    "admin:password_change",
    "admin:password_change_done",
    "admin:jsi18n",
    "admin_password_reset",
    "password_reset_done",
    "password_reset_complete",
    "password_reset_confirm",
    "accept_invitation",
    "second-factor",
    "second-factor-setup",
    "second-factor-link",
    "second-factor-mailbox",
    "second-factor-go-on",
}


class RoleFirstMiddleware:
    """Comes after AuthenticationMiddleware. Costs no query beyond those of the permissions themselves."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not request.path_info.startswith(STAFF_PREFIX) or request.resolver_match.view_name in OWN_DOOR:
            return
        if request.user.is_authenticated and not request.user.get_all_permissions():
            raise PermissionDenied
