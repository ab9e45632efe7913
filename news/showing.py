"""What news shows of the media library."""

from django.db.models import Q

from pictures.showing import register_showing

from .models import NewsContent


@register_showing
def shown_by_news(key, site, at):
    shows = Q(picture=key) | Q(photos__picture=key)
    return NewsContent.everything.published(site, at).filter(shows).exists()
