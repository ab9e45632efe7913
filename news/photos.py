"""The photos that news items offer to the press."""

from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone

from .models import NewsContent, Photo


def published_photos(site, at=None):
    """Each photo that readers of `site` find with a news item, newest first; a picture once, with its newest item."""
    at = at or timezone.now()
    free = Q(picture__embargo_until=None) | Q(picture__embargo_until__lte=at)
    order = ("-content__date", "-content__news_item_id", "position", "pk")
    photos = Photo.objects.filter(free, content__in=NewsContent.everything.published(site, at)).order_by(*order)
    newest = photos.filter(picture=OuterRef("picture")).values("pk")[:1]
    return photos.filter(pk=Subquery(newest)).select_related("picture", "content__news_item")
