from django import template
from django.utils.formats import number_format

register = template.Library()


@register.filter
def file_size(size):
    """Bytes in SI units, as readers know them: 840 bytes, 132 kB, 4,3 MB (IEC 80000-13 keeps KiB for 1024)."""
    if size < 1000:
        return f"{size} bytes"
    if size < 1_000_000:
        return f"{round(size / 1000)}\u00a0kB"
    return f"{number_format(round(size / 1_000_000, 1), 1)}\u00a0MB"
