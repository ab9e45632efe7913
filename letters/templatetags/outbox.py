from django import template
from django.contrib import admin

from letters.models import Letter

register = template.Library()


@register.simple_tag(takes_context=True)
def failed_letters(context):
    """How many mails the site gave up, of those that the list shows to who looks."""
    return admin.site.get_model_admin(Letter).get_queryset(context["request"]).failed().count()
