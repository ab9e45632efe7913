"""Where the bytes of a document's file are for who looks at the page."""

from django import template

from publication.preview import guest_of

register = template.Library()


@register.simple_tag(takes_context=True)
def private_address(context, file):
    """For staff in a preview, and for who reads by a personal link; None for readers, who get the lasting address."""
    if guest := guest_of(context["request"]):
        return guest.file_address(file)
    return file.get_staff_url() if context.get("preview") else None
