"""When readers last got something new of an item."""

from django.db.models import prefetch_related_objects

# What a list loads for all of its items at once; of one item `last_change` does so itself.
WHAT_CHANGED = ("versions", "news_item__corrections__changes")


def last_change(content):
    """Of this version, the end of its embargo, and what was put right since: the latest, as an aware datetime."""
    prefetch_related_objects([content], *WHAT_CHANGED)
    item, [version] = content.news_item, content.versions.all()
    corrections = item.corrections.all()
    changes = [change.at for correction in corrections for change in correction.changes.all()]
    amended = [correction.published_at for correction in corrections]
    return max(moment for moment in (version.modified, item.embargo_until, *amended, *changes) if moment)
