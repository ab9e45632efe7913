"""Characters that no XML document can hold, not even escaped (XML 1.0, 2.2): they break a feed for everybody.

They come with what is pasted: PowerPoint ends a line within a title with U+000B.
"""

import re

from django.db.models import CharField, TextField
from django.db.models.signals import pre_save
from django.dispatch import receiver

LINE_ENDS = re.compile("[\v\f]+")
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text):
    """`text` without them; what ended a line leaves a space."""
    return NOT_IN_XML.sub("", LINE_ENDS.sub(" ", text))


@receiver(pre_save)
def keep_what_xml_can_hold(sender, instance, **kwargs):
    """The one door: forms, the CMS's blocks, imports and commands all save here. Only `update()` goes round it."""
    for field in sender._meta.concrete_fields:
        if isinstance(field, (CharField, TextField)):
            value = getattr(instance, field.attname)
            if isinstance(value, str) and (tidied := xml_text(value)) != value:
                setattr(instance, field.attname, tidied)
