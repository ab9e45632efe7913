"""Shared blocks within shared blocks: no block stands in itself, none is nested deeper than is needed, and a page holds
no more of them than a reader can wait for. Four levels of a few blocks each were 432.
"""

from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from djangocms_alias.models import Alias, AliasContent, AliasPlugin
from djangocms_versioning.exceptions import ConditionFailed

DEEPEST = 3
MOST = 40  # on a page, or in one block with all that stands in it

CIRCLE = _("This shared block would stand in itself. Choose another one.")
TOO_DEEP = _("Shared blocks can stand in one another up to three deep. Put this block on the page itself.")
TOO_MANY = _("With this shared block there would be more than forty here. Choose fewer, or combine some.")


def check_place(alias, place):
    """Raise ValidationError if the block `alias` can't be put in the placeholder `place`."""
    source = place.source
    if isinstance(source, AliasContent):
        more = {source.alias_id: [alias.pk]}
        for block in {source.alias_id} | around(source.alias_id):
            count(block, more)
    elif sum(count(block) for block in [*standing_in(place), alias.pk]) > MOST:
        raise ValidationError(TOO_MANY)


def count(block, more=None, within=()):
    """How many blocks are made to show the block with this key; `more`: what is about to be added, by key.

    Raises ValidationError as soon as that is known to be too many, too deep or endless.
    """
    if block in within:
        raise ValidationError(CIRCLE)
    if len(within) >= DEEPEST:
        raise ValidationError(TOO_DEEP)
    total = 1
    for inner in [*inside(block), *(more or {}).get(block, ())]:
        total += count(inner, more, (*within, block))
        if total > MOST:
            raise ValidationError(TOO_MANY)
    return total


def inside(block):
    """The blocks that stand in the newest version of the block, as often as they do."""
    alias = Alias.objects.filter(pk=block).first()
    place = alias and alias.get_placeholder(show_draft_content=True)
    return standing_in(place) if place else []


def standing_in(place):
    return list(AliasPlugin.objects.filter(placeholder=place).values_list("alias_id", flat=True))


def around(block):
    """The blocks in which this one stands, and those in which these stand."""
    found, new = set(), {block}
    while new:
        places = AliasPlugin.objects.filter(alias__in=new).select_related("placeholder")
        sources = {plugin.placeholder.source for plugin in places if plugin.placeholder}
        new = {source.alias_id for source in sources if isinstance(source, AliasContent)} - found
        found |= new
    return found


def is_not_nested_too_far(version, user):
    """A condition of publishing, for what got into a block by copying or moving."""
    if isinstance(version.content, AliasContent):
        try:
            count(version.content.alias_id)
        except ValidationError as problem:
            raise ConditionFailed(problem.messages[0]) from None


@contextmanager
def showing(request, block):
    """Whether the block with this key is shown now. Where it is not, nothing was asked of the database."""
    shown = request.__dict__.setdefault("shared_blocks", {"within": [], "count": 0})
    if block in shown["within"] or len(shown["within"]) >= DEEPEST or shown["count"] >= MOST:
        yield False
        return
    shown["within"].append(block)
    shown["count"] += 1
    try:
        yield True
    finally:
        shown["within"].pop()
