"""Names within sentences: "Bilzen, Borgloon en Ham", each a link where it leads somewhere."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _


def linked(names):
    """The (name, address or None) pairs as one safe text."""
    parts = [format_html('<a href="{}">{}</a>', url, name) if url else format_html("{}", name) for name, url in names]
    if len(parts) < 2:
        return SafeString("".join(parts))
    first = format_html_join(", ", "{}", ((part,) for part in parts[:-1]))
    return format_html("{} {} {}", first, _("and"), parts[-1])


def unlinked(names):
    """The same, where there is no place for links."""
    return linked([(name, None) for name, url in names])
