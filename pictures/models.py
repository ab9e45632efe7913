"""The media library: filer's images with what a picture needs before a reader may see it."""

from functools import partial

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from filer.models.abstract import BaseImage

from publication.choices import Licence
from publication.embargo import Embargoed

from .copies import make_copies_of_row
from .framing import lies_on_its_side
from .places import may_be_seen


class Picture(Embargoed, BaseImage):
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
    who_and_where = models.CharField(
        _("who and where"),
        max_length=300,
        blank=True,
        help_text=_("Who is in the picture, from left to right, and where. The press needs it."),
    )
    made_on = models.DateField(_("date of the picture"), null=True, blank=True)
    permission_from = models.CharField(
        _("whom to ask"),
        max_length=200,
        blank=True,
        help_text=_("Who can allow others to use the picture, with an address or telephone number."),
    )

    # Of the copies that readers get (copies.py): their metadata_checksum, and the sha1 of what they were made of.
    copied = models.CharField(max_length=12, blank=True, editable=False)
    copied_sha1 = models.CharField(max_length=40, blank=True, editable=False)

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

    def lacks_for_press(self):
        """A sentence that names what the press needs and the picture lacks; empty where it lacks nothing."""
        needed = {
            _("credit"): self.credit,
            _("caption"): self.default_caption,
            _("who and where"): self.who_and_where,
            _("description (alt text)"): not self.decorative and self.default_alt_text,
            _("date of the picture"): self.made_on,
            _("licence"): self.licence,
            _("whom to ask"): self.reusable or self.permission_from,
        }
        missing = [str(name) for name, value in needed.items() if not str(value or "").strip()]
        if not missing:
            return ""
        return gettext("“%(name)s” can't go to the press yet. Fill in: %(missing)s.") % {
            "name": self.label,
            "missing": ", ".join(missing),
        }

    def save(self, *args, **kwargs):
        """Once the row is there for all to see, its copies are made: a reader's request makes none."""
        super().save(*args, **kwargs)
        transaction.on_commit(partial(make_copies_of_row, type(self), self.pk), robust=True)

    def file_data_changed(self, post_init=False):
        """filer takes the size as the file has it; ours is that of the picture as it is looked at."""
        changed = super().file_data_changed(post_init)
        if changed and self._width and lies_on_its_side(self.file):
            self._width, self._height = self._height, self._width
        return changed

    def clean(self):
        super().clean()
        if self.decorative and (self.default_alt_text or "").strip():
            raise ValidationError({"decorative": _("A decorative picture has no description: choose one of the two.")})
        if self.reusable and self.licence == Licence.ALL_RIGHTS:
            raise ValidationError({"licence": _("A picture that is free to reuse needs a licence that allows it.")})

    def has_edit_permission(self, request):
        """A picture has no versions: where readers see it, or will by themselves, a change is theirs at once."""
        if not super().has_edit_permission(request):
            return False
        return request.user.has_perm("pictures.change_shown_picture") or not may_be_seen(self)

    def has_generic_permission(self, request, permission_type):
        """Asked by filer, for originals and thumbnails too: they are for staff, whatever is published.

        filer's own rule gives everything to whoever uploaded the picture and nothing to colleagues.
        """
        action = {"read": "view", "edit": "change", "add_children": "add"}[permission_type]
        return request.user.has_perm(f"pictures.{action}_picture")

    @property
    def shown_sha1(self):
        """Of the original that readers see: the former one until there are copies of a new one."""
        return self.copied_sha1 or self.sha1

    def address(self, width, extension):
        """Address of the derivative of `width` pixels; the checksum in it makes it safe to keep for long."""
        return reverse("pictures:derivative", args=(self.pk, self.shown_sha1[:12], width, extension))
