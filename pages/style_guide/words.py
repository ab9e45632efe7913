"""Texts of every length that an editor could come up with."""

SENTENCE = "Een voorbeeld van een zin die veel langer is dan gewenst. "
# No word that people use is longer; an address or a name pasted without its spaces can be.
LONG_WORD = ("Arbeidsmarktbeleidsondersteuningsmaatregelenoverleg" * 3)[:120]
# As long as the fields of titles, leads and captions allow.
LONG_TITLE = ("Voorbeeld van een titel die de hele lengte van het veld neemt. " * 4)[:200]
LONG_LEAD = (SENTENCE * 12)[:600]
LONG_TEXT = f"{LONG_WORD} {SENTENCE * 6}"
NAME_WITHOUT_SPACES = "Voorbeeldnaamzonderspaties" * 3
LONG_URL = "https://example.org/" + "/".join(["een-voorbeeld-van-een-pad"] * 11)
LONG_MAIL = f"{'voorbeeld' * 7}@{'voorbeeld' * 6}.example.org"
