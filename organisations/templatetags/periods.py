"""Dates and periods as sentences say them."""

from django import template

from organisations.period_words import period_in_words

register = template.Library()
register.filter(period_in_words)
