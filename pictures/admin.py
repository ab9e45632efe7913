"""filer's admin for one picture, with the choices that every picture needs."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from filer.admin.imageadmin import ImageAdmin, ImageAdminForm

from files.kept_uploads import KeepsUploads
from publication.seen import SeesOthers

from .library import Allowed, MayLackItsFile
from .models import Picture


class PictureForm(MayLackItsFile, KeepsUploads, ImageAdminForm):
    class Meta:
        model = Picture
        # filer has a second description, which no reader gets to see.
        exclude = ("description",)
        labels = {"default_alt_text": _("description (alt text)"), "default_caption": _("caption")}
        help_texts = {"default_alt_text": _("What a person who does not see the picture has to know.")}

    def clean(self):
        data = super().clean()
        described = bool((data.get("default_alt_text") or "").strip())
        if not described and not data.get("decorative"):
            self.add_error("default_alt_text", _("Describe the picture, or choose “decorative”."))
        return data


class PictureAdmin(Allowed, SeesOthers, ImageAdmin):
    form = PictureForm

    def has_delete_permission(self, request, obj=None):
        """filer asks for the right to change only."""
        return request.user.has_perm("pictures.delete_picture") and super().has_delete_permission(request, obj)


PictureAdmin.fieldsets = PictureAdmin.build_fieldsets(
    extra_main_fields=(
        "default_alt_text",
        "decorative",
        "default_caption",
        "who_and_where",
        "made_on",
        "credit",
        "licence",
        "reusable",
        "permission_from",
    ),
    extra_fieldsets=((_("Focal point"), {"fields": ("subject_location",), "classes": ("collapse",)}),),
)

PictureAdmin.fieldsets[0][1]["fields"] = tuple(
    name for name in PictureAdmin.fieldsets[0][1]["fields"] if name != "description"
)
PictureAdmin.fieldsets[0][1]["description"] = _(
    "A picture has no drafts: what you save is live at once, wherever the picture is shown."
)

if admin.site.is_registered(Picture):
    admin.site.unregister(Picture)
admin.site.register(Picture, PictureAdmin)
