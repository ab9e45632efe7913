"""Letters leave as soon as they are in the database, beside the request; what failed leaves by the minute."""

import logging
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from smtplib import SMTPDataError, SMTPRecipientsRefused

from django.db import connections, transaction
from django.utils import timezone

from .models import KEPT, Letter, name_of
from .secrets import TooLate, Withdrawn

logger = logging.getLogger(__name__)

# One thread: a slow mail server holds up nobody. What waits here is sent before the process ends in good order; what
# a killed process leaves behind is due at the next minute.
beside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="letters")


def post(letter, about=None):
    """Put `letter` into the outbox. With the transaction around it, if that fails, it never was.

    `about` is a record of which a screen tells what came of its letter.
    """
    letter.about = name_of(about) if about else ""
    letter.save(force_insert=True)
    soon(letter)


def send_again(letter):
    """Whether `letter` had failed, and is tried anew from now on."""
    if not letter.wait_again():
        return False
    soon(letter)
    return True


def soon(letter):
    transaction.on_commit(lambda: beside.submit(deliver_beside, letter.pk), robust=True)


def deliver_beside(key):
    try:
        for letter in Letter.objects.filter(pk=key):
            deliver(letter)
    except Exception:
        logger.exception("Letter %s was not sent, and is tried again", key)
    finally:
        connections.close_all()


def deliver_due():
    """Send all that is due, and forget what is over for long. Returns what this process tried."""
    tried = [letter for letter in Letter.objects.due(timezone.now()).order_by("due_at", "pk") if deliver(letter)]
    Letter.objects.over_since(timezone.now() - KEPT).delete()
    return tried


def deliver(letter):
    """Try once; whether it was this process that tried. Never within a transaction."""
    if not letter.claim(timezone.now()):
        return False
    note_outcome = attempt(letter)
    try:
        note_outcome()
    except Exception:
        # It is tried again as if this process had been killed; the letters behind this one leave all the same.
        logger.exception("What became of letter %s was not noted", letter.pk)
    return True


def attempt(letter):
    """Send it, and return what notes how that went."""
    try:
        letter.message().send()
    except Withdrawn as reason:
        return partial(letter.end, Letter.State.WITHDRAWN, str(reason))
    except TooLate as reason:
        return partial(letter.end, Letter.State.FAILED, str(reason))
    except Exception as problem:
        # Also what is no fault of the mail server.
        logger.exception("Letter %s was not sent", letter.pk)
        return partial(note_failure, letter, problem)
    return partial(letter.end, Letter.State.SENT)


def note_failure(letter, problem):
    if is_final(problem):
        letter.end(Letter.State.FAILED, words_of(problem))
    else:
        letter.postpone(words_of(problem))


def is_final(problem):
    """Whether the mail server took a decision that it takes again: no such mailbox, no such mail (RFC 5321, 4.2.1)."""
    if isinstance(problem, SMTPRecipientsRefused):
        return all(code >= 500 for code, _words in problem.recipients.values())
    return isinstance(problem, SMTPDataError) and problem.smtp_code >= 500


def words_of(problem):
    """What the mail server said, for who looks for the fault."""
    if isinstance(problem, SMTPRecipientsRefused):
        [(code, words)] = problem.recipients.values()
        return f"{code} {words.decode(errors='replace')}"
    return f"{type(problem).__name__}: {problem}"
