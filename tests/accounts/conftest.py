import pytest

from accounts.mail import later


@pytest.fixture
def mails(mailoutbox):
    """Call it for the mails sent so far, those that were still waiting in the background included."""

    def sent():
        later.submit(int).result(timeout=30)
        return mailoutbox

    return sent
