"""Every form of staff with a file keeps what was chosen when it comes back with an error."""

import pytest
from lxml import html

from .routes import addresses

FIELDS = '//form[@enctype]//input[@type="file"]'


@pytest.mark.django_db
@pytest.mark.filterwarnings("ignore:No user has been supplied")
def test_every_form_with_a_file_keeps_it(scene, log_in):
    """The media library sends its files from a script, which says at once what was refused."""
    watch, found = log_in("Beheerder"), set()
    for route, path in addresses(scene):
        response = watch.send("get", path)
        if response.status_code == 200 and b'type="file"' in getattr(response, "content", b""):
            fields = html.fromstring(response.content).xpath(FIELDS)
            found |= {(route.pattern, field.get("name")) for field in fields if field.get("data-keeps") is None}
    assert found == set()
