"""What news shows of the media library."""

from django.db.models import Q

from pictures.showing import register_showing

from .models import NewsContent


@register_showing
def shown_by_news(picture, site, at):
    shows = Q(picture=picture) | Q(photos__picture=picture)
    return NewsContent.everything.published(site, at).filter(shows).exists()
