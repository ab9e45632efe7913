from files.limits import report


class Refusal(Exception):
    """The file is not taken; the first argument is the word for the reason."""


def refuse(refusal):
    report(refused=refusal.args[0])
