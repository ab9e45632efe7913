"""The mails as a mail program reads them: parsed from what goes over the line."""

import re
from email import message_from_bytes, policy

import pytest
from django.contrib.sites.models import Site
from django.urls import reverse
from lxml import html

from accounts.letters import invitation, password_link
from regions.models import Region
from tests.clients import SiteClient

from .people import PASSWORD, choose_password, person

pytestmark = pytest.mark.django_db
NAME = "ERSV, RESOC & SERR Limburg"


@pytest.fixture(autouse=True)
def region(settings):
    settings.SITE_URL = "https://www.example.org"
    Region.objects.all().delete()
    return Region.objects.create(site=Site.objects.get_current(), slug="l", name=NAME)


@pytest.fixture(params=["invitation", "password"])
def letter(request):
    an = person("an", "Redacteur", password=PASSWORD)
    return invitation(an, inviter=person("chef")) if request.param == "invitation" else password_link(an)


def parsed(letter):
    return message_from_bytes(letter.message().message().as_bytes(), policy=policy.default)


def parts(mail):
    return [mail.get_body(kind).get_content() for kind in (["plain"], ["html"])]


def test_a_mail_says_who_sends_it_and_asks_for_no_absence_note(letter, settings):
    settings.EMAIL_REPLY_TO = ""
    mail = parsed(letter)
    (sender,) = mail["From"].addresses
    assert (sender.display_name, sender.addr_spec) == (NAME, "noreply@example.org")
    assert mail["To"].addresses[0].addr_spec == "an@example.org"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Content-Language"] == "nl"
    assert mail["Reply-To"] is None
    assert mail["Date"].datetime is not None
    assert not mail.defects


def test_its_number_has_our_domain_and_is_never_used_twice(letter, settings):
    numbers = [parsed(letter)["Message-ID"], parsed(password_link(person("bo", password=PASSWORD)))["Message-ID"]]
    assert all(re.fullmatch(r"<[^@<>\s]+@www\.example\.org>", number) for number in numbers)
    assert len(set(numbers)) == 2


@pytest.mark.parametrize(
    ("origin", "domain"),
    [
        ("http://[::1]:8000", "[IPv6:::1]"),
        ("https://www.maïs.be", "www.xn--mas-0ma.be"),
        ("http://localhost:8000", "localhost"),
    ],
)
def test_its_number_is_readable_for_every_origin(settings, origin, domain):
    settings.SITE_URL = origin
    assert parsed(password_link(person("an", password=PASSWORD)))["Message-ID"].endswith(f"@{domain}>")


def test_answers_go_where_the_settings_say(settings):
    settings.EMAIL_REPLY_TO = "website@example.org"
    mail = parsed(password_link(person("an", password=PASSWORD)))
    assert mail["Reply-To"].addresses[0].addr_spec == "website@example.org"


def test_a_sender_that_has_a_name_keeps_it(settings):
    settings.DEFAULT_FROM_EMAIL = "Webmaster <web@example.org>"
    (sender,) = parsed(password_link(person("an", password=PASSWORD)))["From"].addresses
    assert (sender.display_name, sender.addr_spec) == ("Webmaster", "web@example.org")


def test_a_name_over_two_lines_stays_within_its_header(region):
    Region.objects.update(name="ERSV\r\nBcc: x@example.com")
    Site.objects.clear_cache()
    mail = parsed(password_link(person("an", password=PASSWORD)))
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Een nieuw wachtwoord voor de website van ERSV Bcc: x@example.com"


def test_the_text_says_all_that_the_html_says(letter):
    text, page = parts(parsed(letter))
    assert not re.search(r"<[a-z]|&amp;|&lt;|\{[{%]", text)
    links = set(html.fromstring(page).xpath("//a/@href"))
    assert all(link in text for link in links)
    assert any("/beheer/uitnodiging/" in link or "/beheer/wachtwoord-vergeten/" in link for link in links)
    assert "an@example.org" in text and "an@example.org" in page
    assert text.rstrip().endswith(f"-- \n{NAME}\nhttps://www.example.org/")


def test_the_html_fetches_nothing_and_has_its_styles_inline(letter):
    page = html.fromstring(parts(parsed(letter))[1])
    assert page.get("lang") == "nl" and page.xpath("//title")[0].text == letter.subject
    assert not page.xpath("//img | //style | //script | //link | //@background | //@class | //iframe")
    assert not [style for style in page.xpath("//@style") if "url(" in style]
    assert page.xpath("//meta[@name='color-scheme']/@content") == ["light dark"]
    assert {table.get("role") for table in page.xpath("//table")} == {"presentation"}


def test_the_link_of_either_part_leads_to_the_form(letter):
    for content in parts(parsed(letter)):
        link = re.search(
            r"https://www\.example\.org(/beheer/(?:uitnodiging|wachtwoord-vergeten)/[^/\s]+/[^/\s]+/)", content
        )
        assert b"new_password1" in SiteClient().get(link[1], follow=True).content


def test_a_name_is_never_taken_for_html():
    an = person("an")
    an.first_name = "<b>An</b> & co"
    text, page = parts(parsed(invitation(an, inviter=None)))
    assert "Dag <b>An</b> & co," in text
    assert "Welkom, &lt;b&gt;An&lt;/b&gt; &amp; co" in page


def test_behind_the_link_a_password_can_be_pasted_and_is_offered_to_a_manager(client):
    an = person("an", password=PASSWORD)
    link = re.search(r"https?://[^/]+(/\S+/wachtwoord-vergeten/\S+/\S+/)", password_link(an).message().body)[1]
    page = client.get(link, follow=True)
    main = html.fromstring(page.content.decode()).xpath("//main")[0]
    assert main.xpath(".//input/@autocomplete") == ["username", "new-password", "new-password"]
    assert main.xpath("string(.//label[@for='id_new_password1'])") and not main.xpath("//script | //@onpaste")
    wrong = choose_password(client, link, "kort")
    main = html.fromstring(wrong.content.decode()).xpath("//main")[0]
    assert main[0].get("role") == "alert" and "autofocus" in main[0].attrib
    field = main.get_element_by_id("id_new_password2")
    assert field.get("aria-invalid") == "true"
    assert "_error" in field.get("aria-describedby")
    assert reverse("admin:login") not in wrong.content.decode()
