from django import template

from pictures.derivatives import FORMATS, widths_for

register = template.Library()


@register.inclusion_tag("components/picture.html")
def picture(picture, sizes="100vw", first=False):
    """A responsive picture; `sizes` as in HTML, `first` for the one at the top of the page, which loads at once."""
    widths = widths_for(picture)

    def srcset(extension):
        return ", ".join(f"{picture.address(width, extension)} {width}w" for width in widths)

    return {
        "picture": picture,
        "sources": [(FORMATS["avif"][0], srcset("avif"))],
        "fallback": picture.address(widths[min(2, len(widths) - 1)], "jpg"),
        "fallback_srcset": srcset("jpg"),
        "width": int(picture.width),
        "height": int(picture.height),
        "sizes": sizes,
        "first": first,
    }
