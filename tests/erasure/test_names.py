"""A name is found however it is written, and what stands around it stays."""

import json

import pytest

from erasure.names import Sought, mark_of

KEY = b"a key of the tests"


def without(text, *names, **options):
    return Sought(KEY, tuple(mark_of(name, KEY) for name in names or ["Renée Voorbeelds"])).taken_out(text, **options)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Renée Voorbeelds zei dat.", "[verwijderd] zei dat."),
        ("RENEE  VOORBEELDS", "[verwijderd]"),
        ("Rene\u0301e\u00a0Voorbeelds", "[verwijderd]"),
        ("<p>Ren&eacute;e&nbsp;Voorbeelds</p>", "<p>[verwijderd]</p>"),
        ("<p>Ren&#233;e <strong>Voor</strong>beelds.</p>", "<p>[verwijderd]<strong></strong>.</p>"),
        ("<td>Renée</td><td>Voorbeelds</td>", "<td>[verwijderd]</td><td></td>"),
        ('<a href="mailto:renee.voorbeelds@example.org">mail</a>', '<a href="mailto:verwijderd@example.org">mail</a>'),
        ('<a title="Renée Voorbeelds" href="/x/">x</a>', '<a title="verwijderd" href="/x/">x</a>'),
        ("/nieuws/renee-voorbeelds-benoemd/", "/nieuws/verwijderd-benoemd/"),
        ("/nieuws/ren%C3%A9e-voorbeelds/", "/nieuws/verwijderd/"),
        ("ab/cd/Renee_Voorbeelds.jpg", "ab/cd/verwijderd.jpg"),
        (json.dumps([{"added": {"object": "Renée Voorbeelds"}}]), '[{"added": {"object": "[verwijderd]"}}]'),
        ("Renée Voor-\nbeelds", "[verwijderd]"),
        ("Renée Voor\u00adbeelds", "[verwijderd]"),
        ("reneevoorbeelds@example.org", "verwijderd@example.org"),
        ("Renée Voorbeelds en Renée Voorbeelds", "[verwijderd] en [verwijderd]"),
        ("Renée Voorbeeldsen", "Renée Voorbeeldsen"),
        ("Irenée Voorbeelds", "Irenée Voorbeelds"),
        ("Renée & de voorbeelds", "Renée & de voorbeelds"),
        ("1 < 2 en Renée Voorbeelds > 3", "1 < 2 en [verwijderd] > 3"),
    ],
)
def test_a_name_goes_however_it_is_written_and_nothing_else(text, rest):
    assert without(text) == rest


def test_each_spelling_is_taken_out():
    assert without("R. Voorbeelds of Renée", "R. Voorbeelds", "Renée") == "[verwijderd] of [verwijderd]"


def test_what_stands_in_its_place_fits_the_field():
    assert without("Eva en Adam", "Eva", longest=11) == "… en Adam"
    assert without("eva", "Eva", longest=3, of_address=True) == "v"


@pytest.mark.parametrize(
    ("value", "rest"),
    [
        ({"lines": ["Voorzitter: Renée", "Voorbeelds, Genk"]}, {"lines": ["Voorzitter: [verwijderd]", ", Genk"]}),
        (
            [{"type": "text", "text": "Renée Voor"}, {"type": "text", "marks": [{"type": "bold"}], "text": "beelds!"}],
            [{"type": "text", "text": "[verwijderd]"}, {"type": "text", "marks": [{"type": "bold"}], "text": "!"}],
        ),
        ("Renée Voorbeelds", "[verwijderd]"),
        ({"pages": 3, "none": None}, {"pages": 3, "none": None}),
    ],
)
def test_a_name_goes_that_is_divided_over_parts_of_a_structure(value, rest):
    assert Sought(KEY, (mark_of("Renée Voorbeelds", KEY),)).taken_out_of_structure(value) == rest


def test_the_mark_of_a_name_does_not_tell_it():
    mark = mark_of("Renée Voorbeelds", KEY)
    assert "voorbeelds" not in json.dumps(mark).lower()
    assert mark == mark_of("RENEE VOORBEELDS", KEY) != mark_of("Renée Voorbeelds", b"another key")
