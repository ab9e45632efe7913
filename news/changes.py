"""When readers last got something new of an item."""

from django.db.models import Max


def last_change(content):
    """Of this version, the end of its embargo, and what was put right since: the latest, as an aware datetime."""
    item = content.news_item
    amended = item.corrections.aggregate(made=Max("published_at"), changed=Max("changes__at"))
    moments = (content.versions.get().modified, item.embargo_until, *amended.values())
    return max(moment for moment in moments if moment)
