from django import template

from pages.areas import sentences

register = template.Library()
register.filter("when", sentences.when)


@register.simple_tag
def story(merger, mergers):
    return sentences.story_of(merger, mergers)


@register.simple_tag
def state(area, page):
    """What `area` is, on `page` (an Overview or a Portrait)."""
    return sentences.state_of(area, page.mergers, page.day)
