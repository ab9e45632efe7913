"""The addresses of what staff see, and the words on a screen."""

import re

from cms.toolbar.utils import get_object_edit_url, get_object_preview_url, get_object_structure_url
from django.contrib import admin
from django.urls import NoReverseMatch, reverse
from djangocms_versioning.models import Version
from lxml import html

CONFIRMATIONS = ("archive", "unpublish", "revert", "discard", "compare")
ATTRIBUTES = ("title", "placeholder", "aria-label", "alt", "data-placeholder", "data-name")


def screens_of_the_administration():
    """The start, the lists and the forms to add something, as far as a model has them."""
    yield from (reverse("admin:index"), reverse("cms_wizard_create"), reverse("admin:password_change"))
    for model in admin.site._registry:
        for name in ("changelist", "add"):
            try:
                yield reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{name}")
            except NoReverseMatch:  # the CMS's placeholders have neither
                continue


def screens_of(content):
    """What leads from a version: its form, its list of versions, its confirmations and the editor."""
    version = Version.objects.get_for_content(content)
    opts, proxy = content._meta, f"{version.content_type.model}version"
    field = version.versionable.grouper_field_name
    yield reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=(content.pk,))
    yield reverse(f"admin:djangocms_versioning_{proxy}_changelist") + f"?{field}={version.grouper.pk}"
    for name in CONFIRMATIONS:
        yield reverse(f"admin:djangocms_versioning_{proxy}_{name}", args=(version.pk,))
    for address in (get_object_edit_url, get_object_preview_url, get_object_structure_url):
        yield address(content)


def words_on(page):
    """All that a person sees or hears of an HTML page, in one line for each piece."""
    document = html.fromstring(page)
    for element in document.xpath("//script | //style | //template | //*[contains(@class, 'hidden')]"):
        element.drop_tree()
    pieces = [*document.itertext()]
    for element in document.iter("*"):
        pieces += [element.get(name) for name in ATTRIBUTES if element.get(name)]
        if element.get("type") in ("submit", "button"):
            pieces.append(element.get("value", ""))
    return {re.sub(r"\s+", " ", piece).strip() for piece in pieces} - {""}


def filled_in(response):
    """The form of a screen as a browser would send it: name → value."""
    document = html.fromstring(response.text)
    [form] = [form for form in document.forms if form.xpath(".//input[@name='_save'] | .//input[@name='post']")]
    one = {name: form.fields[name].removeprefix("\n") for name in form.fields if isinstance(form.fields[name], str)}
    empty = form.xpath(".//input[not(@value)][not(@type='checkbox' or @type='radio' or @type='file')]/@name")
    several = form.xpath(".//select[@multiple] | .//input[@type='checkbox'][@value]")
    return dict.fromkeys(empty, "") | one | {element.name: list(form.fields[element.name] or ()) for element in several}
