"""What a plan freezes of a page besides its text, and of the shared blocks in it."""

from cms.models import Page
from djangocms_alias.models import Alias, AliasContent

from publication.scheduling.digest import next_to_appear, register_behind


@register_behind(Page)
def place_of_a_page(page, whole):
    return [page.site_id, sorted(page.urls.values_list("language", "slug", "path"))]


@register_behind(Alias)
def what_a_shared_block_shows(alias, whole):
    content = next_to_appear(AliasContent, alias=alias)
    return [alias.site_id, content and whole(content)]
