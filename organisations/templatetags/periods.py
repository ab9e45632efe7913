"""Dates and periods as sentences say them."""

from django import template

from organisations.periods import in_words

register = template.Library()
register.filter("period_in_words", in_words)
