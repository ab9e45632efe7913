import re

from django import template
from django.template.loader import get_template
from django.utils.safestring import mark_safe

register = template.Library()

NAMES = re.compile(r'(?<=\s)(?P<name>id|for|aria-labelledby|aria-describedby)="(?P<value>[^"]+)"')
WITHIN_PAGE = re.compile(r'(?<=\s)(?P<name>href|action)="#(?P<value>[^"]+)"')
LANDMARK = re.compile(r'(?P<start><(?:nav|section|form)\b[^>]*\saria-label="[^"]*)"')


@register.simple_tag(takes_context=True)
def specimen(context, name, values):
    """The partial `name` as readers get it, with nothing in its context but `values`."""
    html = get_template(f"components/{name}.html").render(values | {"level": 3}, context["request"])
    state = context["forloop"]
    return mark_safe(told_apart(html, f"{state['parentloop']['counter']}-{state['counter']}"))  # noqa: S308


def within(html, target, key):
    """The name that `target` has in the specimen; nothing if it is not in it."""
    return f"{target}-{key}" if f' id="{target}-{key}"' in html else ""


def told_apart(html, key):
    """`html` with names that are its own on a page that shows a component more than once."""
    html = NAMES.sub(lambda m: f'{m["name"]}="{" ".join(f"{v}-{key}" for v in m["value"].split())}"', html)
    html = WITHIN_PAGE.sub(lambda m: f'{m["name"]}="#{within(html, m["value"], key)}"', html)
    return LANDMARK.sub(rf'\g<start> ({key})"', html)
