"""What asks for the second factor: acts that readers see, or that open what they must not see yet.

An act is the name of a route. One more is one line here.
"""

import re

ACTS = re.compile(
    "|".join(
        (
            r"admin:djangocms_versioning_\w+version_(publish|unpublish|revert|archive|unlock)",
            r"admin:news_newsitem_embargo",
            r"admin:news_correction_(add|change)",
            r"press-invitations",
            r"schedule(-\w+)*",
            # Records without drafts: live at once. Asked before the form, so that nothing typed is lost.
            r"admin:(organisations|press|redirects|regions)_(?!organization_|organizationcontent_)\w+"
            r"_(add|change|delete|import|process_import|changelist|simple_history)",
            # The media library: what changes there is live at once too. To add a file or a folder changes no page.
            r"admin:(filer_file|filer_folder|pictures_picture)_(change|delete)",
            r"admin:filer-directory_listing(-\w+)?(?<!_folder)",
            r"admin:auth_user_(add|change|delete|changelist)",
        )
    )
)
# Looking at a list or at what was changes nothing; only what is posted to it (actions, putting back) does.
READ_FREELY = re.compile(
    r"admin:\w+_(changelist|simple_history)|admin:filer-directory_listing(-\w+)?|schedule-calendar"
)


def asks(request):
    """Whether the route of `request` is such an act."""
    name = request.resolver_match.view_name or ""
    if request.method in ("GET", "HEAD") and READ_FREELY.fullmatch(name):
        return False
    return ACTS.fullmatch(name) is not None


def makes_public(user):
    """Whether `user` may publish anything. No query beyond those of the permissions themselves."""
    return any(permission.rpartition(".")[2].startswith("publish_") for permission in user.get_all_permissions())
