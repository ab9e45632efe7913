"""What became of the mails, for who runs the site. Nobody writes here: what a mail said is not shown either."""

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from .models import Letter
from .sending import send_again


@admin.action(description=_("Try again"), permissions=["change"])
def try_again(modeladmin, request, queryset):
    failed = queryset.failed()
    count = sum(1 for letter in failed if send_again(letter))
    if count:
        words = ngettext("%(count)d mail is tried again.", "%(count)d mails are tried again.", count)
        messages.success(request, words % {"count": count})
    else:
        messages.warning(request, _("None of these mails failed."))


@admin.register(Letter)
class LetterAdmin(admin.ModelAdmin):
    list_display = ("subject", "recipient", "state", "error", "written_at", "attempts")
    list_filter = ("state", "site")
    search_fields = ("recipient", "subject")
    fields = readonly_fields = (
        "subject", "recipient", "sender", "site", "state", "error", "written_at", "attempts", "due_at", "ended_at",
    )  # fmt: skip
    actions = (try_again,)

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
