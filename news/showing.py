"""What news shows of the media library."""

from pictures.showing import register_showing

from .models import NewsContent


@register_showing
def shown_by_news(picture, site, at):
    return NewsContent.everything.published(site, at).filter(picture=picture).exists()
