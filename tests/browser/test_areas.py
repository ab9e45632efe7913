"""Does my municipality take part, and in which sub-region? A newcomer has it in three clicks."""

import re

pytest_plugins = "tests.browser.collected_site"


def test_a_former_name_leads_to_the_municipality_of_today_in_three_clicks(collected_site, open_page):
    page = open_page(f"{collected_site}/gemeenten/", viewport={"width": 360, "height": 740})
    page.get_by_label("Naam van een gemeente").fill("opglabbeek")
    page.get_by_role("button", name="Zoeken").click()
    page.locator(".area-search").get_by_role("link", name="Oudsbergen").click()

    assert page.get_by_role("heading", level=1).inner_text() == "Oudsbergen"
    heard = re.sub(r"\s+", " ", page.locator("main").inner_text())
    assert "Waaraan neemt Oudsbergen deel?" in heard and "niet bekend" in heard
    assert "Streek Niet bekend Het vroegere Meeuwen-Gruitrode: Noord-Limburg (laatst bekend: 2005)" in heard


def test_the_alphabet_leads_to_a_municipality_in_two_clicks(collected_site, open_page):
    options = {"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce"}
    page = open_page(f"{collected_site}/gemeenten/", **options)
    page.get_by_role("navigation", name="Naar een letter").get_by_role("link", name="Z", exact=True).click()
    assert page.get_by_role("link", name="Zutendaal").bounding_box()["y"] < 740
    page.get_by_role("link", name="Zutendaal").click()

    assert page.get_by_role("heading", level=1).inner_text() == "Zutendaal"


def test_enter_searches_and_a_name_that_cannot_be_one_stays_in_the_field(collected_site, open_page):
    page = open_page(f"{collected_site}/gemeenten/")
    field = page.get_by_label("Naam van een gemeente")
    field.evaluate("field => { field.required = false }")
    field.fill("x")
    field.press("Enter")
    page.wait_for_url("**/gemeenten/?naam=x")

    assert page.get_by_label("Naam van een gemeente").input_value() == "x"
    assert page.get_by_text("Typ minstens twee letters van de naam.").is_visible()


def test_what_a_finger_has_to_hit_is_44_pixels_high(collected_site, open_page):
    page = open_page(f"{collected_site}/gemeenten/?naam=opglabbeek", viewport={"width": 360, "height": 740})
    targets = page.locator(".area-index a, .area-item > a, .area-search input, .area-search button")
    small = [
        box for box in (target.bounding_box() for target in targets.all()) if box["height"] < 44 or box["width"] < 44
    ]

    assert targets.count() > 60 and not small


def test_the_timeline_prints_without_what_only_works_on_a_screen(collected_site, open_page):
    page = open_page(f"{collected_site}/geschiedenis/")
    page.emulate_media(media="print")

    assert page.get_by_role("heading", name="De Vlaamse subsidie voor ERSV, SERR en RESOC stopt").is_visible()
    assert not page.locator(".filters").is_visible() and not page.locator(".site-nav").is_visible()
