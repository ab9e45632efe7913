from django import template

from organisations.relations import relations_among

register = template.Library()
register.simple_tag(relations_among)
