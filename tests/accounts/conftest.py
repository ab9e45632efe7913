import pytest

from letters.sending import beside


@pytest.fixture
def mails(mailoutbox):
    """Call it for the mails sent so far, those that were still waiting in the background included."""

    def sent():
        # What is asked for beside the request puts letters into the outbox, which leave behind it.
        for _round in range(2):
            beside.submit(int).result(timeout=30)
        return mailoutbox

    return sent
