"""What people come for, each within three clicks from the home page: by the words of links, as a newcomer does it."""

import re

import pytest

pytest_plugins = "tests.browser.collected_site"

# Question → (links to follow, words that answer it on the page where they end).
QUESTIONS = {
    "what the three are": (
        ["Meer over RESOC Limburg"],
        ["Regionaal Economisch en Sociaal Overlegcomité", "streekpact"],
    ),
    "who sits in this body today": (["Meer over RESOC Limburg"], ["Wie zit aan tafel", "Voka-KvK", "4 zetels"]),
    "who chaired it in a year": (
        ["Meer over SERR Limburg"],
        ["Pierre Vrancken", "mei 2019", "voorzitter ABVV Limburg"],
    ),
    "whom a member represents": (["Meer over RESOC Limburg"], ["Mathieu Verjans", "ACV"]),
    "whether my municipality takes part": (
        ["Gemeenten", "Lommel", "Noord-Limburg"],
        ["Lommel", "2005"],
    ),
    "which municipalities approved the pact": (["Geschiedenis"], ["42", "Welke 42 dat waren, is niet bekend"]),
    "what LIRES is and who pays": (
        ["Projecten", "LIRES"],
        ["Europees Sociaal Fonds", "6297", "staat niet in onze bronnen"],
    ),
    "how RESOC relates to the others": (["Organisaties"], ["werkt geïntegreerd met", "ondersteunt"]),
    "what replaced what": (["Geschiedenis"], ["ging het streekpact van 2014 vooraf"]),
    "whom to ask about a theme": (
        ["Thema’s", "Streekontwikkeling"],
        ["Aan wie kan ik iets vragen?", "voorbeeld@example.org"],
    ),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_newcomer_finds_it_within_three_clicks(collected_site, open_page, question):
    clicks, answer = QUESTIONS[question]
    assert len(clicks) <= 3
    page = open_page(collected_site)
    for words in clicks:
        page.get_by_role("link", name=re.compile(rf"^{words}")).first.click()
    main = page.locator("main").inner_text()
    assert not [words for words in answer if words not in main]
