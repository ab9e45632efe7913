"""A shared block of one site shows nothing on a page of another, whoever put it there."""

from django import template
from django.contrib.sites.shortcuts import get_current_site

from pages.showing import is_given_to

register = template.Library()


@register.filter
def is_for(alias, request):
    return is_given_to(alias, get_current_site(request))
