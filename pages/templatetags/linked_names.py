from django import template

from pages.wording import linked as linked_names

register = template.Library()


@register.simple_tag
def linked(names):
    return linked_names(names)
