"""Nobody takes over or holds back what belongs to others by naming its key in a form of their own."""

import datetime

import pytest
from django.utils import timezone
from djangocms_versioning.models import Version

from news.embargo import put_under_embargo
from publication.belonging import may_change
from tests.factories import DocumentContentFactory, NewsContentFactory, PictureFactory, UserFactory
from tests.publication.test_admin import change_url, news_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(here):
    shown = PictureFactory(name="Geheim beeld", original_filename="geheim-beeld.png")
    NewsContentFactory(picture=shown, news_item__sites=[here])
    return shown


@pytest.fixture
def document(here):
    return DocumentContentFactory(title="Geheim advies", document__sites=[here]).document


@pytest.fixture
def mine(client, elsewhere):
    """A draft of one's own, of who works elsewhere alone."""
    client.force_login(UserFactory(roles=["Redacteur"], works_on=[elsewhere]))
    content = NewsContentFactory(news_item__sites=[elsewhere])
    Version.objects.update(locked_by=None)
    return content


def save(client, content, elsewhere, **fields):
    data = news_form(slug=content.news_item.slug, sites=[elsewhere.pk], **fields)
    return client.post(change_url(content.news_item), data)


def attached(document):
    return {
        "attachments-TOTAL_FORMS": 1,
        "attachments-INITIAL_FORMS": 0,
        "attachments-0-document": document.pk,
        "attachments-0-position": 0,
    }


def test_a_picture_of_others_is_not_chosen_and_not_shown(client, mine, picture, here, elsewhere):
    answer = save(client, mine, elsewhere, content__picture=picture.pk)
    assert answer.status_code == 200
    assert "Selecteer een geldige keuze" in answer.text and "geheim-beeld" not in answer.text.lower()
    assert "Geheim beeld" not in answer.text
    mine.refresh_from_db()
    assert mine.picture_id is None
    assert may_change(UserFactory(roles=["Redacteur"], works_on=[here]), picture)


def test_an_address_does_not_propose_a_picture_of_others(client, mine, picture):
    page = client.get(f"/beheer/news/newsitem/add/?content__picture={picture.pk}")
    assert "Geheim beeld" not in page.text and "geheim-beeld" not in page.text


def test_a_document_of_others_is_not_attached(client, mine, document, elsewhere):
    answer = save(client, mine, elsewhere, **attached(document))
    assert answer.status_code == 200
    assert "Selecteer een geldige keuze" in answer.text and "Geheim advies" not in answer.text
    assert not mine.attachments.exists()


def test_what_was_chosen_already_stays(client, mine, document, picture, elsewhere):
    mine.picture = picture
    mine.save()
    assert save(client, mine, elsewhere, content__picture=picture.pk, content__title="Anders").status_code == 302
    mine.refresh_from_db()
    assert (mine.title, mine.picture_id) == ("Anders", picture.pk)


# --- what goes with a release under embargo -----------------------------------------------------

LATER = timezone.now().replace(microsecond=0) + datetime.timedelta(days=400)


@pytest.fixture(params=["a picture", "a document"])
def shared(request, picture, document, mine):
    """What belongs to others and stands in the draft of one's own all the same."""
    if request.param == "a document":
        mine.attachments.create(document=document)
        return document
    mine.picture = picture
    mine.save()
    return picture


@pytest.fixture
def editor(client, elsewhere):
    user = UserFactory(roles=["Eindredacteur"], works_on=[elsewhere])
    client.force_login(user)
    return user


def act(client, content, **data):
    return client.post(f"/beheer/news/newsitem/{content.news_item_id}/embargo/", data)


def moment_of(thing):
    return type(thing)._base_manager.get(pk=thing.pk).embargo_until


def test_nobody_holds_back_what_belongs_to_others(client, mine, shared, editor):
    answer = act(client, mine, move="1", moment_0="06-02-2031", moment_1="10:00")
    assert answer.status_code == 200
    assert "hoort bij een site waarop u niet werkt" in answer.text
    assert moment_of(shared) is None and moment_of(mine.news_item) is None


def test_nobody_moves_or_ends_an_embargo_of_others(client, mine, shared, editor):
    put_under_embargo(mine.news_item, LATER, UserFactory())
    for data in ({"move": "1", "moment_0": "06-02-2031", "moment_1": "10:00"}, {"end": "1"}):
        assert "hoort bij een site waarop u niet werkt" in act(client, mine, **data).text
        assert moment_of(shared) == moment_of(mine.news_item) == LATER


def test_what_is_saved_or_published_under_embargo_holds_back_nothing_of_others(client, mine, shared, editor, elsewhere):
    type(mine.news_item).objects.filter(pk=mine.news_item_id).update(embargo_until=LATER)
    rows = {} if mine.picture_id is None else {"content__picture": mine.picture_id}
    row = mine.attachments.first()
    if row:
        rows = attached(row.document) | {"attachments-INITIAL_FORMS": 1, "attachments-0-id": row.pk}
    page = client.post(
        change_url(mine.news_item), news_form(slug=mine.news_item.slug, sites=[elsewhere.pk], **rows), follow=True
    )
    assert "hoort bij een site waarop u niet werkt" in page.text
    version = Version.objects.get_for_content(mine)
    client.post(f"/beheer/djangocms_versioning/newscontentversion/{version.pk}/publish/", {"documents_decided": "1"})
    assert (Version.objects.get(pk=version.pk).state, moment_of(shared)) == ("draft", None)


def test_who_works_on_both_sites_holds_back_both(client, mine, shared, here, elsewhere):
    client.force_login(UserFactory(roles=["Eindredacteur"], works_on=[here, elsewhere]))
    assert act(client, mine, move="1", moment_0="06-02-2031", moment_1="10:00").status_code == 302
    assert moment_of(shared) == moment_of(mine.news_item) is not None
