"""The press kit: all of a news item that a journalist may take home, in one file."""

from .contents import Kit, kit_of
from .stream import streamed

__all__ = ["Kit", "kit_of", "streamed"]
