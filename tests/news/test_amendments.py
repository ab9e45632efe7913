"""What happens to an item that readers have: it is corrected, or withdrawn."""

import datetime
import json
import re

import pytest
from django.urls import reverse
from django.utils import timezone
from djangocms_versioning.models import Version

from news.embargo import put_under_embargo
from news.models import Correction, CorrectionChange
from tests.factories import NewsContentFactory, UserFactory

pytestmark = pytest.mark.django_db

ADD = "/beheer/news/correction/add/"
SAYS = {"kind": "correction", "wrong": "Het bedrag was 900.000 euro.", "right": "Het bedrag is 933.350 euro."}


def log_in(client, role):
    user = UserFactory(roles=[role])
    client.force_login(user)
    return user


@pytest.fixture
def release():
    return NewsContentFactory(state="published", kind="press_release", news_item__slug="plan")


def form(content, **values):
    return SAYS | {"news_item": content.news_item_id, "date": "06-02-2031"} | values


def change_url(correction):
    return reverse("admin:news_correction_change", args=(correction.pk,))


def withdraw_url(content):
    version = Version.objects.get_for_content(content)
    return reverse("admin:djangocms_versioning_newscontentversion_unpublish", args=(version.pk,))


def page_of(client):
    client.logout()
    return client.get("/nieuws/plan/").content.decode()


def news_article(page):
    data = [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)]
    return next(found for found in data if found["@type"] == "NewsArticle")


def test_a_correction_stands_at_the_top_in_the_feed_and_in_the_data(client, release):
    Version.objects.update(modified=timezone.now() - datetime.timedelta(days=9))
    log_in(client, "Eindredacteur")

    client.post(ADD, form(release))

    page = page_of(client)
    main = page.partition("<main")[2]
    assert main.index("Het bedrag is 933.350 euro.") < main.index('<div class="article__columns">')
    assert news_article(page)["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "Het bedrag was 900.000 euro. Het bedrag is 933.350 euro.",
            "datePublished": "2031-02-06",
        }
    ]
    [updated] = re.findall(r"<entry>.*?<updated>([^<]*)<", client.get("/nieuws/feed/").content.decode(), re.DOTALL)
    assert timezone.now() - datetime.datetime.fromisoformat(updated) < datetime.timedelta(minutes=1)


def test_a_change_stands_at_the_foot(client, release):
    log_in(client, "Eindredacteur")
    client.post(ADD, form(release, kind="change", wrong="", right="De foto is vervangen."))

    page = page_of(client).partition("<main")[2]
    assert page.index("De foto is vervangen.") > page.index('<div class="article__text">')


def test_a_correction_says_what_was_wrong(client, release):
    log_in(client, "Eindredacteur")
    answer = client.post(ADD, form(release, wrong=""))

    assert "Een rechtzetting zegt ook wat fout was." in answer.content.decode()
    assert not Correction.objects.exists()


def test_what_readers_have_not_seen_is_not_corrected(client):
    editor = log_in(client, "Eindredacteur")
    draft, held = NewsContentFactory(), NewsContentFactory(created_by=editor)
    put_under_embargo(held.news_item, timezone.now() + datetime.timedelta(hours=1), editor)
    held.versions.get().publish(editor)

    for content in (draft, held):
        assert "Lezers hebben dit bericht nog niet gezien" in client.post(ADD, form(content)).content.decode()
    assert not Correction.objects.exists()


@pytest.mark.parametrize(("role", "status"), [("Redacteur", 403), ("Eindredacteur", 403)])
def test_a_correction_is_changed_by_a_beheerder_alone(client, release, role, status):
    correction = Correction.objects.create(news_item=release.news_item, **SAYS)
    log_in(client, role)

    assert client.post(change_url(correction), form(release, right="Anders.", reason="Zomaar.")).status_code == status
    assert client.post(reverse("admin:news_correction_delete", args=(correction.pk,))).status_code == 403
    correction.refresh_from_db()
    assert correction.right == SAYS["right"]


def test_a_changed_correction_keeps_a_public_trace(client, release):
    correction = Correction.objects.create(news_item=release.news_item, **SAYS)
    user = log_in(client, "Beheerder")

    refused = client.post(change_url(correction), form(release, right="Het bedrag is 933.351 euro."))
    assert "Zeg waarom u wijzigt wat lezers gelezen hebben." in refused.content.decode()
    client.post(change_url(correction), form(release, right="Het bedrag is 933.351 euro.", reason="Een tikfout."))

    assert CorrectionChange.objects.get().changed_by == user
    page = page_of(client)
    assert "Het bedrag is 933.351 euro." in page
    assert "Reden: Een tikfout." in page
    assert "Tot dan stond er: Het bedrag is 933.350 euro." in page


def test_a_withdrawn_release_says_so_and_why(client, release):
    log_in(client, "Eindredacteur")
    assert "Dit veld is verplicht." in client.post(withdraw_url(release), {"reason": " "}).content.decode()
    assert release.versions.get().state == "published"

    client.post(withdraw_url(release), {"reason": "De cijfers klopten niet."})

    client.logout()
    answer = client.get("/nieuws/plan/")
    assert answer.status_code == 410
    assert "De cijfers klopten niet." in answer.content.decode()
    assert release.title not in answer.content.decode()
    assert client.get("/beelden/kaart/nieuws/plan.jpg").status_code == 404


def test_other_news_may_disappear_without_a_word(client):
    content = NewsContentFactory(state="published", news_item__slug="plan")
    log_in(client, "Eindredacteur")
    client.post(withdraw_url(content), {"reason": ""})

    assert client.get("/nieuws/plan/").status_code == 404


def test_a_release_withdrawn_before_the_embargo_ends_never_was(client):
    editor = log_in(client, "Eindredacteur")
    content = NewsContentFactory(kind="press_release", news_item__slug="plan", created_by=editor)
    put_under_embargo(content.news_item, timezone.now() + datetime.timedelta(hours=1), editor)
    content.versions.get().publish(editor)

    client.post(withdraw_url(content), {"reason": "Toch niet."})

    assert content.versions.get().state == "unpublished"
    type(content.news_item).objects.update(embargo_until=timezone.now())
    client.logout()
    assert client.get("/nieuws/plan/").status_code == 404


def test_what_is_published_again_is_withdrawn_no_more(client, release):
    editor = log_in(client, "Eindredacteur")
    client.post(withdraw_url(release), {"reason": "De cijfers klopten niet."})
    Version.objects.get_for_content(release).copy(editor).publish(editor)

    assert client.get("/nieuws/plan/").status_code == 200
