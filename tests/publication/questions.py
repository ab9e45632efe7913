"""The question before a plan lapses, as a browser answers it."""

import re
from html import unescape

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


def hidden(page):
    """What the question sends when its one button is pressed."""
    data = {}
    for name, value in HIDDEN.findall(page.text):
        if name != "csrfmiddlewaretoken":
            data.setdefault(unescape(name), []).append(unescape(value))
    return data
