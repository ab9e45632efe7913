"""Publishing: a picture that a release holds back goes out with that release and with nothing else."""

from django.utils.translation import gettext as _
from djangocms_versioning.exceptions import ConditionFailed

from publication.embargo import Embargoed

from .places import pictures_in


def held_back(content, grouper, at=None):
    """Sentences: which pictures of a version wait, at the moment `at` (or now), for another embargo than its own."""
    own = grouper.embargo_until if isinstance(grouper, Embargoed) else None
    for picture in pictures_in(content):
        if picture.is_held_back(at) and picture.embargo_until != own:
            yield _("“%(name)s” waits for the end of an embargo. Take it out, or publish after that.") % {
                "name": picture
            }


def shows_nothing_held_back(version, user):
    """A condition of versioning. `version.planned_for` is the moment that it is asked about, where there is a plan."""
    sentences = list(held_back(version.content, version.grouper, getattr(version, "planned_for", None)))
    if sentences:
        raise ConditionFailed(" ".join(sentences))
