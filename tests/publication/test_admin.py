"""What an editor does in the administration, as an editor does it: through its forms."""

import datetime

import pytest
from django.contrib.auth.models import Permission
from django.contrib.sites.models import Site
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from djangocms_versioning.models import Version

from documents.models import Document, DocumentFile
from news.models import NewsContent, NewsItem
from tests.factories import (
    DocumentContentFactory,
    NewsContentFactory,
    OrganizationContentFactory,
    UserFactory,
    add_file,
    pdf_bytes,
)

pytestmark = pytest.mark.django_db


def writer(*without):
    """A user with every permission but the ones named."""
    user = UserFactory()
    user.user_permissions.set(Permission.objects.exclude(codename__in=without))
    return user


def rows(prefix, *items, initial=0):
    data = {f"{prefix}-TOTAL_FORMS": len(items), f"{prefix}-INITIAL_FORMS": initial}
    for number, item in enumerate(items):
        data |= {f"{prefix}-{number}-{name}": value for name, value in item.items()}
    return data


def news_form(**changes):
    return {
        "content__title": "Startmoment",
        "content__kind": "news",
        "content__date": "06-02-2017",
        "content__lead": "Wat er gebeurde.",
        "content__picture": "",
        "content__picture_caption": "",
        "content__source": "",
        "slug": "startmoment",
        "sites": [Site.objects.get_current().pk],
        **rows("quotations"),
        **rows("attachments"),
        **rows("photos"),
    } | changes


def live_form(slug):
    """Of a published version: the form shows its text, and sends it no more."""
    return {name: value for name, value in news_form(slug=slug).items() if not name.startswith("content__")}


def errors(response):
    form = response.context["adminform"].form
    return {
        **form.errors,
        **{str(n): f.formset.errors for n, f in enumerate(response.context["inline_admin_formsets"])},
    }


def saved(response):
    assert response.status_code == 302, errors(response)


def change_url(grouper):
    return reverse(f"admin:{grouper._meta.app_label}_{grouper._meta.model_name}_change", args=(grouper.pk,))


def test_an_editor_makes_a_draft_with_a_quotation_attachments_and_bodies(client, editor):
    body = OrganizationContentFactory(state="published").organization
    first, second = DocumentContentFactory().document, DocumentContentFactory().document

    saved(
        client.post(
            reverse("admin:news_newsitem_add"),
            news_form(
                content__organisations=[body.pk],
                **rows("quotations", {"text": "Een sterk Limburg.", "speaker": "Iemand", "role": "rol", "position": 0}),
                **rows(
                    "attachments",
                    {"document": first.pk, "position": 2},
                    {"document": second.pk, "position": 1},
                ),
            ),
        )
    )

    content = NewsContent.everything.get()
    assert content.date == datetime.date(2017, 2, 6)
    assert content.organisations.get() == body
    assert content.quotations.get().speaker == "Iemand"
    assert [a.document for a in content.attachments.all()] == [second, first]
    version = Version.objects.get_for_content(content)
    assert (version.state, version.created_by, version.locked_by) == ("draft", editor, editor)


def test_a_new_draft_of_a_published_item_has_everything_and_leaves_the_published_one_alone(client, editor):
    test_an_editor_makes_a_draft_with_a_quotation_attachments_and_bodies(client, editor)
    content = NewsContent.everything.get()
    version = Version.objects.get_for_content(content)
    version.publish(editor)
    draft = version.copy(editor).content

    assert draft.quotations.count() == 1 and draft.attachments.count() == 2 and draft.organisations.count() == 1
    quotation = draft.quotations.get()
    saved(
        client.post(
            change_url(content.news_item),
            news_form(
                content__title="Ander",
                **rows(
                    "quotations",
                    {"id": quotation.pk, "content": draft.pk, "text": "Anders", "speaker": "Ander", "position": 0},
                    initial=1,
                ),
            ),
        )
    )

    assert client.get(content.get_absolute_url()).content.decode().count("Een sterk Limburg.") == 1
    draft.refresh_from_db()
    assert (draft.title, draft.quotations.get().text, draft.organisations.count()) == ("Ander", "Anders", 0)


def test_the_rows_of_a_published_version_cannot_be_changed(client, editor):
    content = NewsContentFactory(state="published")
    response = client.post(
        change_url(content.news_item),
        news_form(slug=content.news_item.slug, **rows("quotations", {"text": "x", "speaker": "y", "position": 0})),
    )

    assert response.status_code in (200, 302, 403)
    assert content.quotations.count() == 0
    content.refresh_from_db()
    assert content.title != "Startmoment"


def test_two_editors_at_once_each_see_the_version_that_they_asked_for(client, editor):
    """The CMS keeps the requested version on the admin object that all threads share."""
    from concurrent.futures import ThreadPoolExecutor
    from threading import Barrier

    from django.contrib import admin

    item_admin = admin.site._registry[NewsItem]
    first, second = NewsContentFactory(title="Eerste"), NewsContentFactory(title="Tweede")
    barrier = Barrier(2)

    def edit(content):
        item_admin._requested_content_obj = content
        barrier.wait(timeout=5)
        return item_admin._requested_content_obj

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(edit, (first, second))) == [first, second]


def test_a_rule_of_the_content_is_said_in_the_form_and_loses_nothing(client, editor):
    response = client.post(
        reverse("admin:documents_document_add"),
        {
            "content__title": "Advies",
            "content__type": "advies",
            "content__date": "06-02-2017",
            "content__language": "nl",
            "content__licence": "CC0-1.0",
            "content__visible_from_0": "07-02-2017",
            "content__visible_from_1": "10:00",
            "content__visible_until_0": "06-02-2017",
            "content__visible_until_1": "10:00",
            "slug": "advies",
            "sites": [Site.objects.get_current().pk],
            **rows("files"),
        },
    )

    assert response.status_code == 200
    assert response.context["adminform"].form.non_field_errors()
    assert not Document.objects.exists()


@pytest.mark.parametrize("slug", ["2017", "feed", "organisatie", "pagina", "soort"])
def test_reserved_words_cannot_be_slugs(client, editor, slug):
    response = client.post(reverse("admin:news_newsitem_add"), news_form(slug=slug))

    assert "slug" in errors(response)


def test_what_goes_live_at_once_is_for_who_may_publish(client):
    content = NewsContentFactory(state="published", news_item__slug="vast")
    client.force_login(writer("publish_newscontent"))
    client.post(change_url(content.news_item), news_form(slug="anders"))
    content.news_item.refresh_from_db()
    assert content.news_item.slug == "vast"

    client.force_login(writer())
    saved(client.post(change_url(content.news_item), live_form("anders")))
    content.news_item.refresh_from_db()
    assert content.news_item.slug == "anders"


def test_a_slug_that_changes_leaves_a_redirect_behind(client, editor):
    content = NewsContentFactory(state="published", news_item__slug="oud")
    for slug in ("nieuw", "nieuwer"):
        saved(client.post(change_url(content.news_item), live_form(slug)))

    for former in ("oud", "nieuw"):
        response = client.get(f"/nieuws/{former}/")
        assert (response.status_code, response["Location"]) == (301, "/nieuws/nieuwer/")
        assert client.get(f"/nieuws/{former}/?utm_source=x")["Location"] == "/nieuws/nieuwer/"


def test_the_slug_of_a_draft_leaves_nothing_behind(client, editor):
    content = NewsContentFactory(news_item__slug="oud", created_by=editor)
    saved(client.post(change_url(content.news_item), news_form(slug="nieuw")))

    assert client.get("/nieuws/oud/").status_code == 404


def document_form(*files):
    return {
        "content__title": "Advies",
        "content__type": "advies",
        "content__date": "06-02-2017",
        "content__language": "nl",
        "content__licence": "CC0-1.0",
        "slug": "advies",
        "sites": [Site.objects.get_current().pk],
        **rows("files", *({"file": file} for file in files)),
    }


def test_an_editor_uploads_a_file(client, editor):
    saved(
        client.post(
            reverse("admin:documents_document_add"),
            document_form(SimpleUploadedFile("Naam met spatie.PDF", pdf_bytes(3))),
        )
    )

    file = DocumentFile.objects.get()
    assert (file.format, file.pages, file.size) == ("pdf", 3, len(file.file.read()))


def test_html_called_pdf_is_refused_with_a_sentence_and_leaves_nothing(client, editor, settings):
    response = client.post(
        reverse("admin:documents_document_add"), document_form(SimpleUploadedFile("x.pdf", b"<html><script>"))
    )

    assert response.status_code == 200
    assert "x.pdf" in str(response.context["inline_admin_formsets"][0].formset.errors)
    assert not Document.objects.exists()
    assert not [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]


def test_two_files_of_one_format_are_refused(client, editor, settings):
    response = client.post(
        reverse("admin:documents_document_add"),
        document_form(SimpleUploadedFile("a.pdf", pdf_bytes(1)), SimpleUploadedFile("b.pdf", pdf_bytes(2))),
    )

    assert response.status_code == 200
    assert not DocumentFile.objects.exists()
    assert not [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]


def test_publishing_an_item_offers_to_publish_its_documents(client, editor):
    document = DocumentContentFactory(title="Bijlage", document__slug="bijlage")
    add_file(document, pdf_bytes(), "bijlage.pdf")
    content = NewsContentFactory(created_by=editor)
    content.attachments.create(document=document.document)
    version = Version.objects.get_for_content(content)
    url = reverse("admin:djangocms_versioning_newscontentversion_publish", args=(version.pk,))

    assert client.post(url, headers={"sec-fetch-dest": "empty"}).status_code == 409
    question = client.post(url)
    assert "Bijlage" in question.content.decode()
    assert client.get(content.get_absolute_url()).status_code == 404

    draft = Version.objects.get_for_content(document)
    saved(client.post(url, {"documents_decided": "1", "documents": [draft.pk]}))
    assert client.get(content.get_absolute_url()).status_code == 200
    assert client.get("/documenten/bijlage/").status_code == 200


SENTENCE = "een document zonder bestand kan niet gepubliceerd worden"


def test_a_document_without_a_file_is_not_published_and_a_sentence_says_why(client, editor):
    document = DocumentContentFactory(document__slug="leeg", created_by=editor)
    version = Version.objects.get_for_content(document)
    url = reverse("admin:djangocms_versioning_documentcontentversion_publish", args=(version.pk,))

    assert SENTENCE in client.post(url, follow=True).content.decode()
    assert client.get("/documenten/leeg/").status_code == 404

    add_file(document, pdf_bytes(), "leeg.pdf")
    assert SENTENCE not in client.post(url, follow=True).content.decode()
    assert client.get("/documenten/leeg/").status_code == 200


def test_publishing_an_item_names_the_documents_that_lack_a_file(client, editor):
    document = DocumentContentFactory(title="Zonder iets", document__slug="leeg")
    content = NewsContentFactory(created_by=editor)
    content.attachments.create(document=document.document)
    version = Version.objects.get_for_content(content)
    url = reverse("admin:djangocms_versioning_newscontentversion_publish", args=(version.pk,))
    draft = Version.objects.get_for_content(document)

    question = client.post(url).content.decode()
    assert "Zonder iets" in question
    assert SENTENCE in question
    assert 'name="documents"' not in question

    saved(client.post(url, {"documents_decided": "1", "documents": [draft.pk]}))
    assert client.get(content.get_absolute_url()).status_code == 200
    assert client.get("/documenten/leeg/").status_code == 404


def test_who_may_not_publish_documents_is_not_offered_them(client):
    user = writer("publish_documentcontent")
    client.force_login(user)
    document = DocumentContentFactory(document__slug="bijlage")
    content = NewsContentFactory(created_by=user)
    content.attachments.create(document=document.document)
    version = Version.objects.get_for_content(content)
    draft = Version.objects.get_for_content(document)

    client.post(
        reverse("admin:djangocms_versioning_newscontentversion_publish", args=(version.pk,)),
        {"documents_decided": "1", "documents": [draft.pk]},
    )

    assert client.get(content.get_absolute_url()).status_code == 200
    assert client.get("/documenten/bijlage/").status_code == 404
