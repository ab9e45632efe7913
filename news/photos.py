"""The photos that news items offer to the press."""

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from publication.embargo import embargo_over

from .models import NewsContent, Photo


def published_photos(site, at=None):
    """Each photo that readers of `site` find with a news item, newest first; a picture once, with its newest item."""
    at = at or timezone.now()
    order = ("-content__date", "-content__news_item_id", "position", "pk")
    contents = NewsContent.everything.published(site, at)
    photos = Photo.objects.filter(embargo_over(at, "picture__"), content__in=contents).order_by(*order)
    newest = photos.filter(picture=OuterRef("picture")).values("pk")[:1]
    return photos.filter(pk=Subquery(newest)).select_related("picture", "content__news_item")
