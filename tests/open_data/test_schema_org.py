"""What search engines read on the page of a body."""

import json

import pytest
from lxml import html

from tests.factories import BodyMembershipFactory

from .conftest import ORIGIN, body


@pytest.fixture
def said(client):
    def said(slug):
        page = html.fromstring(client.get(f"/organisaties/{slug}/").content.decode())
        blocks = [json.loads(element.text) for element in page.xpath("//script[@type='application/ld+json']")]
        [found] = [block for block in blocks if block.get("url") == f"{ORIGIN}/organisaties/{slug}/"]
        return found

    return said


def names(values):
    return [value.get("name") for value in values]


def test_a_body_has_its_lasting_address_and_its_number(register, said):
    ersv = said("ersv")

    assert ersv["@id"] == f"{ORIGIN}/organisaties/ersv/#organisatie"
    assert ersv["identifier"] == "0403.019.261"


def test_who_sits_where_reads_from_both_sides(register, said):
    assert names(said("resoc")["member"]) == ["LID"]
    assert said("lid")["memberOf"] == [
        {
            "@type": "Organization",
            "name": "RESOC",
            "@id": f"{ORIGIN}/organisaties/resoc/#organisatie",
            "url": f"{ORIGIN}/organisaties/resoc/",
        }
    ]


def test_a_working_group_is_part_of_its_body_and_support_is_no_part(register, said):
    assert names(said("resoc")["subOrganization"]) == ["GROEP"]
    assert names(said("groep")["parentOrganization"]) == ["RESOC"]
    assert not {"subOrganization", "parentOrganization", "memberOf"} & said("ersv").keys()


def test_who_no_longer_sits_or_was_only_seen_once_is_not_called_a_member(register, said):
    assert "Persoon" not in json.dumps(said("resoc"))


def test_a_member_of_another_site_has_a_name_and_no_address(register, said, other_site):
    elsewhere = body("elders", name="Lid van Elders", organization__sites=[other_site])
    BodyMembershipFactory(body=register["resoc"], member=elsewhere)

    assert {"@type": "Organization", "name": "Lid van Elders"} in said("resoc")["member"]
