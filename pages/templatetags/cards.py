"""What the head of a page says of its card."""

from django import template
from django.utils.html import format_html_join
from django.utils.translation import gettext as _

from pages.cards import card_path
from pictures.cards import HEIGHT, WIDTH
from regions.models import Drawing

register = template.Library()


@register.simple_tag(takes_context=True)
def card_data(context, crumbs=()):
    """Open Graph's words for the card of this page; `crumbs` is its `trail`. No query."""
    if "problem" in context:
        return ""  # a page that says what went wrong is nothing to share
    request = context["request"]
    region = context.get("region")
    title = crumbs[-1][0] if crumbs else (region.name if region else "")
    limburg = region and region.drawing == Drawing.LIMBURG
    words = (
        _("“%(title)s” over a drawing of Limburg: a spoil tip, heath and the Maas.")
        if limburg
        else _("“%(title)s” over a drawing of rolling hills.")
    )
    data = (
        ("og:image", context["origin"] + card_path(request.resolver_match, request.path)),
        ("og:image:type", "image/jpeg"),
        ("og:image:width", WIDTH),
        ("og:image:height", HEIGHT),
        ("og:image:alt", words % {"title": title}),
    )
    return format_html_join("\n", '<meta property="{}" content="{}">', data)
