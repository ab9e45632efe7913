from files.limits import report

from .words import clean

LONGEST_NAME = 80


class Refusal(Exception):
    """The file is not taken: the word for the reason, and what was found, as the file names it."""

    def __init__(self, reason, found=""):
        super().__init__(reason, found)
        self.reason, self.found = reason, found


def refuse(refusal):
    report(refused=refusal.reason, found=clean(refusal.found).removeprefix("/")[:LONGEST_NAME])
