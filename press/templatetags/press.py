"""What a release shows of the press room: its own room does not know it."""

from django import template
from django.contrib.sites.shortcuts import get_current_site
from django.urls import reverse
from django.utils import timezone

from press.kit import kit_of
from press.models import Boilerplate, PressContact
from publication.preview import guest_of, is_preview

register = template.Library()


@register.simple_tag(takes_context=True)
def press_contact(context):
    """Whom the press calls today, or None. One query."""
    return PressContact.objects.on(get_current_site(context["request"]), timezone.localdate())


@register.simple_tag(takes_context=True)
def press_kit(context, content):
    """Address, number of files and size in bytes of the kit of an item; None where there is none, or not yet."""
    request, guest = context["request"], guest_of(context["request"])
    if is_preview(request):
        return None
    try:
        kit = kit_of(content, get_current_site(request), guest)
    except FileNotFoundError:
        return None
    address = guest.kit_address() if guest else reverse("press-kit", args=(content.news_item.slug,))
    return {"address": address, "count": len(kit.files), "size": kit.size} if kit else None


@register.simple_tag
def boilerplates(bodies, day):
    """Pairs of a published body and its text in force on `day`, in the order of `bodies`. One query."""
    bodies = list(bodies)
    texts = Boilerplate.objects.on(day).filter(organization__in=[body.organization_id for body in bodies])
    found = dict(texts.values_list("organization", "text"))
    return [(body, found[body.organization_id]) for body in bodies if body.organization_id in found]
