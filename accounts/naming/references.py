"""Links in a text, and what the editor asks the name of: "news.newsitem:10"."""

import re
from html import unescape

from django.apps import apps
from django.conf import settings

from .keys import LARGEST

# What stands between the two words of a label and the key, the editor passes over.
KEY = re.compile(r":\s*\+?([0_]*\d[\d_]*)")


def referred(text):
    """The things that a link in `text` may lead to: of each kind that it names, those of all keys in it. Rather one too
    many than one that only the editor reads."""
    plain = unescape(text)
    words = plain.lower()
    for label in settings.TEXT_LINKABLE_MODELS:
        if label in words:
            yield from apps.get_model(label)._base_manager.in_bulk(keys_in(plain)).values()


def keys_in(text):
    """Whatever int() takes after a colon."""
    found = set()
    for digits in KEY.findall(text):
        plain = digits.replace("_", "")
        if len(plain) < 100 and int(plain) <= LARGEST:
            found.add(int(plain))
    return found
