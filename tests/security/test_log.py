import io
import logging

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def log():
    """What the console handler of the settings writes."""
    [console] = [one for one in logging.getLogger().handlers if one.name == "console"]
    former = console.setStream(io.StringIO())
    yield console.stream
    console.setStream(former)


MULTIPART = "multipart/form-data; boundary=" + "a" * 300


@pytest.mark.parametrize(
    ("body", "media_type"),
    [(b"x", MULTIPART), (b"a=b&" * 2000, "application/x-www-form-urlencoded")],
    ids=["a boundary that is too long", "too many fields"],
)
def test_bad_input_leaves_no_traceback(client, log, body, media_type):
    client.handler.enforce_csrf_checks = True
    assert client.post("/beheer/login/", body, media_type).status_code == 400
    assert log.getvalue()
    assert "Traceback" not in log.getvalue()


def test_a_fault_of_our_own_keeps_its_traceback(log):
    try:
        raise RuntimeError("ours")
    except RuntimeError:
        logging.getLogger("django.request").exception("fault", extra={"status_code": 500})
    assert "Traceback" in log.getvalue()
