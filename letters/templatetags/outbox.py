from django import template

from letters.models import Letter

register = template.Library()


@register.simple_tag
def failed_letters():
    """How many mails the site gave up."""
    return Letter.objects.failed().count()
