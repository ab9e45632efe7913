from django import template

from pictures.derivatives import FORMATS, widths_for
from pictures.downloads import downloads as offered
from pictures.showing import is_open
from publication.preview import guest_of, is_preview

register = template.Library()


@register.simple_tag(takes_context=True)
def shown(context, picture):
    """`picture`, or None while an embargo keeps it from who reads the page."""
    request = context["request"]
    return picture if picture and (is_preview(request) or is_open(picture, guest_of(request))) else None


@register.simple_tag(takes_context=True)
def downloads(context, picture):
    """The files of `picture` that who reads the page may take home, each with its address for them."""
    guest = guest_of(context["request"])
    return [
        (file, guest.download_address(picture, file) if guest else file.get_absolute_url()) for file in offered(picture)
    ]


@register.inclusion_tag("components/picture.html", takes_context=True)
def picture(context, picture, sizes="100vw", first=False):
    """A responsive picture; `sizes` as in HTML, `first` for the one at the top of the page, which loads at once."""
    widths = widths_for(picture)

    guest = guest_of(context["request"])

    def address(width, extension):
        return guest.picture_address(picture, width, extension) if guest else picture.address(width, extension)

    def srcset(extension):
        return ", ".join(f"{address(width, extension)} {width}w" for width in widths)

    # Of the copy that stands in `src`: without stylesheets, the original would be larger than any window.
    width = widths[min(2, len(widths) - 1)]
    return {
        "picture": picture,
        "sources": [(FORMATS["avif"][0], srcset("avif"))],
        "fallback": address(width, "jpg"),
        "fallback_srcset": srcset("jpg"),
        "width": width,
        "height": round(picture.height * width / picture.width),
        "sizes": sizes,
        "first": first,
    }
