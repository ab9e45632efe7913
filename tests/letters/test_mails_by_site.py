"""A mail belongs to the site on which its reader works, or on which that stands which it tells about."""

import importlib

import pytest
from django.apps import apps
from django.contrib.sites.models import Site
from django.urls import reverse
from django.utils import timezone

from accounts.letters import invitation, password_link
from accounts.schedules import failure, lapse
from accounts.second_factor import mailbox, notices
from accounts.unlocking import mail_holder
from accounts.workplaces.watching import watched
from letters.models import Letter
from letters.sending import post
from press.invitations import invite
from press.letters import letter_to
from press.models import new_seed
from tests.factories import NewsContentFactory, UserFactory, plan, version_of

pytestmark = pytest.mark.django_db
LIST = reverse("admin:letters_letter_changelist")


def written(site, email):
    return Letter.objects.create(site=site, recipient=email, subject="Onderwerp", state="failed", error="550")


@pytest.fixture
def mails(here, elsewhere):
    """Of this site, of the other one, and of none."""
    return [written(site, f"{name}@example.org") for name, site in (("an", here), ("bo", elsewhere), ("cas", None))]


@pytest.fixture
def chef(client, elsewhere):
    """Runs the other site alone."""
    account = UserFactory(roles=["Beheerder"], works_on=[elsewhere])
    client.force_login(account)
    return account


def test_who_works_elsewhere_sees_the_mails_of_there_and_those_of_no_site(client, mails, chef):
    page = client.get(LIST).text
    assert [letter.recipient in page for letter in mails] == [False, True, True]
    statuses = [client.get(reverse("admin:letters_letter_change", args=(letter.pk,))).status_code for letter in mails]
    assert statuses == [403, 200, 200]


def test_the_first_page_counts_the_mails_that_its_reader_sees(client, mails, chef):
    assert "2 mails konden niet verstuurd worden" in client.get("/beheer/").text


def test_nobody_tries_a_mail_of_another_site_again(client, mails, chef):
    client.post(LIST, {"action": "try_again", "_selected_action": [letter.pk for letter in mails]})
    assert Letter.objects.get(pk=mails[0].pk).state == "failed"


def of_an_account(account):
    yield invitation(account, None)
    yield password_link(account)
    notices.tell(account, "app")
    mailbox.mail_link(account, "")
    yield from Letter.objects.all()


def about(content):
    """What is told of a plan for `content`, of its draft, and of it to a journalist."""
    schedule, reader, seed = plan(content), UserFactory(), new_seed()
    yield failure(schedule, reader)
    yield lapse(schedule, reader, UserFactory(), again=False)
    mail_holder(None, version_of(content), reader, UserFactory())
    yield from Letter.objects.all()
    invited = {"name": "x", "email": "x@example.org", "expires_at": timezone.now()}
    yield letter_to(invite(content.news_item, None, seed, **invited)[0], seed)


def signed(letters):
    """Their site, and the host in whose name they are."""
    return {(letter.site, letter.headers["Message-ID"].rpartition("@")[2].rstrip(">")) for letter in letters}


@pytest.mark.parametrize(("sites", "expected"), [((0,), 0), ((1,), 1), ((0, 1), 0)])
def test_a_mail_is_of_the_site_of_its_reader_or_of_what_it_tells(here, elsewhere, settings, sites, expected):
    settings.SITE_URL = f"https://{here.domain}"
    both = here, elsewhere
    own, site = [both[number] for number in sites], both[expected]
    content = NewsContentFactory(news_item__sites=own)
    assert signed(of_an_account(UserFactory(works_on=own))) == {(site, site.domain)}
    Letter.objects.all().delete()
    assert signed(about(content)) == {(site, site.domain)}


def test_a_mail_to_who_works_on_no_site_is_of_none():
    assert {letter.site for letter in of_an_account(UserFactory(works_on=[]))} == {None}


def test_a_mail_that_an_act_brings_about_is_no_change_to_another_site(client, here, chef):
    """What is watched are the changes of who acts; who is told of them may work anywhere."""
    with watched(chef) as watch:
        post(password_link(UserFactory(works_on=[here])))
    assert watch.look_again() == ""


@pytest.mark.parametrize("others", [0, 1])
def test_the_mails_of_before_are_given_to_the_only_site(here, others):
    for number in range(others):
        Site.objects.create(domain=f"s{number}.example.org", name="x")
    letter = written(None, "an@example.org")
    step = importlib.import_module("letters.migrations.0003_letters_of_the_only_site")
    step.give_to_the_only_site(apps, None)
    letter.refresh_from_db()
    assert letter.site == (None if others else here)
