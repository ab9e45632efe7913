"""What a plan freezes of a picture: it has no drafts, so that a change would go out unseen."""

from publication.scheduling.digest import register_behind

from .metadata import metadata_checksum
from .models import Picture


@register_behind(Picture)
def picture_as_readers_get_it(picture, whole):
    return [picture.sha1, metadata_checksum(picture), picture.subject_location, picture.reusable, picture.decorative]
