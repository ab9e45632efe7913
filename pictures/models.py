"""The media library: filer's images with what a picture needs before a reader may see it."""

from django.contrib.sites.shortcuts import get_current_site
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from filer.models.abstract import BaseImage

from publication.choices import Licence

from .showing import is_shown


class Picture(BaseImage):
    """An original. Readers never get it: they get derivatives, and only while something published shows it."""

    decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("The picture adds nothing to the text: screen readers skip it."),
    )
    credit = models.CharField(_("credit"), max_length=200, blank=True, help_text=_("Who made the picture."))
    licence = models.CharField(_("licence"), max_length=60, choices=Licence, default=Licence.ALL_RIGHTS)
    reusable = models.BooleanField(
        _("free to reuse"),
        default=False,
        help_text=_("Readers may reuse this picture under its licence."),
    )

    class Meta(BaseImage.Meta):
        app_label = "pictures"
        permissions = [("change_shown_picture", _("Can change pictures that readers see"))]
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    @property
    def alt(self):
        return "" if self.decorative else (self.default_alt_text or "")

    @property
    def complete(self):
        """Whether the choice between a description and "decorative" was made."""
        return self.decorative != bool((self.default_alt_text or "").strip())

    def clean(self):
        super().clean()
        if self.decorative and (self.default_alt_text or "").strip():
            raise ValidationError({"decorative": _("A decorative picture has no description: choose one of the two.")})
        if self.reusable and self.licence == Licence.ALL_RIGHTS:
            raise ValidationError({"licence": _("A picture that is free to reuse needs a licence that allows it.")})

    def has_edit_permission(self, request):
        """A picture has no versions: while readers see it, a change is live at once."""
        shown = is_shown(self, get_current_site(request))
        return super().has_edit_permission(request) and (
            not shown or request.user.has_perm("pictures.change_shown_picture")
        )

    def has_generic_permission(self, request, permission_type):
        """Asked by filer, for originals and thumbnails too: they are for staff, whatever is published.

        filer's own rule gives everything to whoever uploaded the picture and nothing to colleagues.
        """
        action = {"read": "view", "edit": "change", "add_children": "add"}[permission_type]
        return request.user.has_perm(f"pictures.{action}_picture")

    def address(self, width, extension):
        """Address of the derivative of `width` pixels; the checksum in it makes it safe to keep for long."""
        return reverse("pictures:derivative", args=(self.pk, self.sha1[:12], width, extension))
