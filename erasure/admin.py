from django.contrib import admin

from .models import Erasure
from .screen import erase_data


@admin.register(Erasure)
class ErasureAdmin(admin.ModelAdmin):
    """To look at. What adds to it is the screen that erases."""

    list_display = ("at", "kind", "ground", "by", "finished")
    fields = ("at", "kind", "ground", "by", "finished")

    def add_view(self, request, form_url="", extra_context=None):
        return erase_data(request)

    def has_add_permission(self, request):
        return request.user.has_perm("erasure.erase_data")

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
