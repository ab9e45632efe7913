import datetime

import pytest
from cms.api import add_plugin

from organisations.models import Relation, RelationType
from tests.factories import (
    DocumentContentFactory,
    NewsContentFactory,
    OrganizationContentFactory,
    UserFactory,
    cms_page,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ersv():
    return OrganizationContentFactory(
        name="ERSV Test", full_name="Erkend Verband", legal_form="vzw", state="published", organization__slug="ersv"
    )


@pytest.fixture
def resoc():
    return OrganizationContentFactory(name="RESOC Test", state="published", organization__slug="resoc")


def relate(subject, slug, other, **fields):
    return Relation.objects.create(
        subject=subject.organization, type=RelationType.objects.get(slug=slug), object=other.organization, **fields
    )


def text(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_a_body_says_what_it_is(client, ersv):
    page = text(client, "/organisaties/ersv/")

    for words in ("ERSV Test", "Erkend Verband", "vzw", "Een voorbeeld van een orgaan."):
        assert words in page


def test_a_relation_is_entered_once_and_reads_from_both_sides(client, ersv, resoc):
    relate(ersv, "ondersteunt", resoc)

    assert 'ondersteunt <a href="/organisaties/resoc/">RESOC Test</a>' in text(client, "/organisaties/ersv/")
    assert 'wordt ondersteund door <a href="/organisaties/ersv/">ERSV Test</a>' in text(client, "/organisaties/resoc/")


def test_a_relation_with_a_body_that_is_not_public_does_not_show(client, ersv):
    relate(ersv, "ondersteunt", OrganizationContentFactory(name="Geheim", state="draft"))

    assert "Geheim" not in text(client, "/organisaties/ersv/")


def test_bodies_on_a_page_say_how_they_hang_together_today(client, ersv, resoc):
    relate(ersv, "ondersteunt", resoc)
    relate(ersv, "financiert", resoc, end=datetime.date(2020, 8, 1))
    relate(ersv, "erkent", OrganizationContentFactory(name="Geheim", state="draft"))
    draft = cms_page(slug="wie-is-wie")
    add_plugin(draft.placeholders.get(slot="content"), "BodiesPlugin", "nl")
    draft.versions.get().publish(UserFactory())

    page = text(client, "/wie-is-wie/")

    words = '<a href="/organisaties/ersv/">ERSV Test</a> ondersteunt <a href="/organisaties/resoc/">RESOC Test</a>.'
    assert words in page
    assert "financiert" not in page and "Geheim" not in page


def test_an_unknown_status_is_said(client, ersv):
    from django.utils.translation import gettext

    assert gettext("present status not known").capitalize() in text(client, "/organisaties/ersv/")


def test_a_body_shows_its_news_and_documents_and_no_others(client, ersv):
    news, document = (
        NewsContentFactory(title="Over ons", state="published"),
        DocumentContentFactory(title="Van ons", state="published"),
    )
    news.organisations.add(ersv.organization)
    document.organisations.add(ersv.organization)
    NewsContentFactory(title="Over anderen", state="published")
    draft = NewsContentFactory(title="Nog geheim")
    draft.organisations.add(ersv.organization)

    page = text(client, "/organisaties/ersv/")

    assert "Over ons" in page and "Van ons" in page
    assert "Over anderen" not in page and "Nog geheim" not in page


def test_the_list_names_each_published_body(client, ersv, resoc):
    OrganizationContentFactory(name="Geheim")
    page = text(client, "/organisaties/")

    assert "ERSV Test" in page and "RESOC Test" in page and "Geheim" not in page


def test_a_body_answers_whom_to_ask_before_its_long_text(client, ersv, resoc):
    relate(ersv, "ondersteunt", resoc)
    ersv.contact_points.create(label="Secretariaat", email="voorbeeld@example.org")
    add_plugin(ersv.placeholders.get_or_create(slot="body")[0], "TextPlugin", "nl", body="<p>De lange tekst</p>")

    page = text(client, "/organisaties/ersv/")

    order = ["Een voorbeeld van een orgaan.</p>", "In het kort</h2>", "voorbeeld@example.org", "De lange tekst"]
    assert [page.index(words) for words in order] == sorted(page.index(words) for words in order)


@pytest.mark.parametrize(("sources", "times"), [(("a.be", "a.be"), 1), (("a.be", "b.be"), 2), (("a.be", ""), 1)])
def test_relations_name_a_source_that_they_share_once_below_them(client, ersv, resoc, sources, times):
    for slug, source in zip(("ondersteunt", "werkt-geintegreerd-met"), sources, strict=True):
        relate(ersv, slug, resoc, source=source)

    page = text(client, "/organisaties/ersv/")

    assert page.count("Bron: ") == times
    assert ('</ul>\n<p class="source">Bron: a.be</p>' in page) == (sources == ("a.be", "a.be"))
