"""Two passwords at a time are looked at on this machine: each takes 100 MB of memory and some tenths of a second."""

from contextlib import contextmanager
from contextvars import ContextVar

from files.turns import Turns

# More than four waiting would leave no thread for readers; two of an address, or one address would have all places.
PASSWORDS = Turns("passwords", at_once=2, waiting=4, longest_wait=5)

_has_turn: ContextVar[bool] = ContextVar("has_turn", default=False)


@contextmanager
def turn(address=None):
    """Hold one of the turns until the end of the block. Raises TooBusy. Who has a turn already goes on."""
    if _has_turn.get():
        yield
        return
    with PASSWORDS.turn(address):
        token = _has_turn.set(True)
        try:
            yield
        finally:
            _has_turn.reset(token)
