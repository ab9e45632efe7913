"""The CMS's own forms for pages, which also keep them off the addresses of the sections."""

from cms.admin.forms import AddPageForm, ChangePageForm, DuplicatePageForm, MovePageForm
from cms.cms_wizards import cms_page_wizard, cms_subpage_wizard
from django import forms
from django.core.exceptions import ValidationError

from .addresses import refuse_claimed


class OwnAddress:
    """Mixin: asks about the address once everything else is in order."""

    def clean(self):
        data = super().clean()
        if not self.errors:
            field = "overwrite_url" if data.get("overwrite_url") else "slug"
            try:
                refuse_claimed(self.parent(data), data.get("slug"), data.get("overwrite_url"))
            except ValidationError as error:
                self.add_error(field, error)
        return data

    def parent(self, data):
        """The page that this one stands below; a translation stands where the page itself does."""
        return data["cms_page"].parent if data.get("cms_page") else data.get("parent_page")


class AddOwnAddress(OwnAddress, AddPageForm):
    pass


class DuplicateOwnAddress(OwnAddress, DuplicatePageForm):
    pass


class ChangeOwnAddress(OwnAddress, ChangePageForm):
    def parent(self, data):
        return self.instance.page.parent


class MoveToOwnAddress(MovePageForm):
    # The CMS hands it to the database as it came.
    position = forms.IntegerField(min_value=0, max_value=10_000)

    def clean(self):
        if self.errors:  # the CMS reads what is not there
            return self.cleaned_data
        data = super().clean()
        if not self.errors:
            parent = self._determine_new_parent(*self.get_tree_options())
            for slug in self.page.urls.filter(managed=True).values_list("slug", flat=True):
                refuse_claimed(parent, slug)
        return data


def guard_wizards():
    """The two wizards for pages are objects of the CMS: their forms are exchanged."""
    for wizard in (cms_page_wizard, cms_subpage_wizard):
        wizard.form = type(wizard.form.__name__, (OwnAddress, wizard.form), {})
