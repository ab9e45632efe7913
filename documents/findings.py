"""What the confined process said about a file, made into fields of a DocumentFile; nothing of it is believed unseen."""

import base64

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _

JPEG = b"\xff\xd8\xff"
LONGEST_NAME = 80
REFUSALS = {
    "broken": _("The file is broken: it cannot be opened. Save it anew and try again."),
    "protected": _("The file is protected with a password. Save it without protection first."),
    "unpacks": _("The file unpacks to more than we take."),
    "amended": _("The file keeps %(found)s earlier states of itself. Save it as a new file first."),
    "script": _("The file holds a script (%(found)s). Save it without scripts first."),
    "action": _("The file does something by itself (%(found)s). Save it without that first."),
    "media": _("The file holds film, sound or another part that plays (%(found)s). Save it without that first."),
    "embedded": _("There is another file in the file: “%(found)s”. Take it out first."),
    "part": _("There is something in the file that we do not take: “%(found)s”. Take it out first."),
    "outside": _("The file fetches something from elsewhere: “%(found)s”. Break that link first."),
    "link": _("The file links to “%(found)s”. It may link to pages on the web and to mail addresses alone."),
}
TOO_HEAVY = _("The file takes too much to read. Make it simpler or smaller first.")


def findings(said):
    """Fields from the report that `documents.reading` describes; raises ValidationError where it refuses the file.

    Without a number of pages the process was stopped before it knew whether the file is sound.
    """
    if "refused" in said:
        raise ValidationError(REFUSALS[said["refused"]], params={"found": str(said.get("found", ""))[:LONGEST_NAME]})
    if "pages" not in said:
        raise ValidationError(TOO_HEAVY)
    return {"pages": said["pages"], "outline": said.get("outline"), "was_read": True} | preview(said.get("preview"))


def preview(found):
    data = base64.b64decode(found["jpeg"]) if found else b""
    if not data.startswith(JPEG):
        return {"preview": "", "preview_width": None, "preview_height": None}
    return {
        "preview": ContentFile(data, name="preview.jpg"),
        "preview_width": found["width"],
        "preview_height": found["height"],
    }
