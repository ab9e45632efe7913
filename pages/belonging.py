"""To which sites belong shared blocks, their categories, and rows of blocks."""

from django.db.models import Q
from djangocms_alias.models import Alias, AliasContent, Category

from publication.belonging import belongs, everywhere, having, register_belonging, through

from .models import FactRow, LinkRow


@register_belonging(Alias)
def by_its_site(model, sites):
    """Without a site it is for all of them."""
    return Q(site__in=sites) | (Q(site=None) & everywhere(model, sites))


@register_belonging(AliasContent)
def by_its_alias(model, sites):
    return through(model, ["alias"], sites)


@register_belonging(Category)
def by_its_blocks(model, sites):
    return Q(pk__in=having(Alias, belongs(Alias, sites)).values("category"))


@register_belonging(FactRow, LinkRow)
def by_their_block(model, sites):
    return through(model, ["block"], sites)
