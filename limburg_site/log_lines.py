"""What the log says: no personal link, which whoever reads a log could use, and a stack for faults of our own alone."""

import logging
import re

# What Django puts into the links of an invitation and of a forgotten password, the links of journalists, and those to
# set up a second step. The time has a length: without one, a text of megabytes without a hyphen would take hours.
TOKEN = re.compile(r"[0-9a-z]{1,13}-[0-9a-f]{32}|(?:(?<=/pers/embargo/)|(?<=/tweede-stap/koppeling/))[^/\s?'\"]+")


def masked(text):
    return TOKEN.sub("(token)", text)


class WithoutTokens(logging.Filter):
    """For handlers: the line as it would be written, without tokens. Tracebacks hold no addresses."""

    def filter(self, record):
        words = record.getMessage()
        if (safe := masked(words)) != words:
            record.msg, record.args = safe, None
        return True


class WithoutTracebackOfBadInput(logging.Filter):
    """Keeps one line of what a client sent wrongly (4xx)."""

    def filter(self, record):
        if 400 <= getattr(record, "status_code", 0) < 500:
            record.exc_info = record.exc_text = None
        return True
