from django import template
from django.template.loader import get_template

register = template.Library()


@register.simple_tag(takes_context=True)
def specimen(context, name, values):
    """The partial `name` as readers get it, with nothing in its context but `values`."""
    return get_template(f"components/{name}.html").render(values | {"level": 3}, context["request"])
