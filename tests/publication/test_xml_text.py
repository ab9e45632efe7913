"""What XML can't hold gets in nowhere, and breaks nothing where it stands already."""

import io
import zipfile

import pytest
from django.apps import apps
from django.db.models import CharField, TextField
from django.db.models.signals import pre_save
from django.urls import reverse
from lxml import etree
from rdflib import Graph

from limburg_site.sitemaps import SITEMAPS
from news.models import NewsContent
from organisations.models import Person
from regions.models import Region
from tests.factories import NewsContentFactory, OrganizationContentFactory, UserFactory
from tests.staff import scene as scenes
from tests.staff.routes import every_route

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No user has been supplied"),
]
PASTED = "Advies\vover\x02 water\ufffe"


def texts_of(model):
    """The fields with words; the state of a version can't be set, and is no words."""
    fields = [field for field in model._meta.concrete_fields if isinstance(field, (CharField, TextField))]
    return [field.attname for field in fields if not getattr(field, "protected", False)]


def test_no_record_keeps_what_xml_can_not_hold():
    scene = scenes.build()
    for thing in (*scene.objects.values(), *scene.plugins.values()):
        filled = [name for name in texts_of(type(thing)) if isinstance(getattr(thing, name), str)]
        for name in filled:
            setattr(thing, name, f"{getattr(thing, name)}\x02")
        thing.save()
        kept = type(thing)._base_manager.get(pk=thing.pk)
        assert not [name for name in filled if "\x02" in getattr(kept, name)], thing._meta.label


def test_every_model_with_words_passes_the_same_door():
    for model in apps.get_models():
        thing = model()
        for name in texts_of(model):
            setattr(thing, name, PASTED)
        pre_save.send(model, instance=thing, raw=False, using="default", update_fields=None)
        assert {getattr(thing, name) for name in texts_of(model)} <= {"Advies over water"}, model


def test_a_name_pasted_from_a_presentation_is_saved_without_its_line_end(client):
    client.force_login(UserFactory(roles=["Eindredacteur"]))
    assert client.post(reverse("admin:organisations_person_add"), {"name": PASTED}).status_code == 302
    assert Person.objects.get().name == "Advies over water"


@pytest.fixture
def pasted_before():
    """Rows of before the door was there."""
    content = NewsContentFactory(state="published", kind="press_release")
    NewsContent.everything.filter(pk=content.pk).update(title=PASTED, lead=PASTED)
    body = OrganizationContentFactory(state="published")
    type(body)._base_manager.filter(pk=body.pk).update(name=PASTED)
    Region.objects.update(name=PASTED)
    return content


def feeds():
    return [route for route in every_route() if route.name.endswith((":feed", "sitemap"))]


def test_feeds_and_sitemap_answer_with_xml_whatever_stands_in_the_rows(client, pasted_before):
    assert len(feeds()) >= 3 and SITEMAPS
    for route in feeds():
        answer = client.get(reverse(route.name))
        assert answer.status_code == 200
        etree.fromstring(answer.content)
    assert "Advies over water" in client.get(reverse("news:feed")).content.decode()


def test_open_data_and_the_press_kit_can_be_read_whatever_stands_in_the_rows(client, pasted_before):
    slug = OrganizationContentFactory._meta.model._base_manager.get(name=PASTED).organization.slug
    for extension, syntax in (("ttl", "turtle"), ("jsonld", "json-ld")):
        answer = client.get(f"/organisaties/{slug}.{extension}")
        assert answer.status_code == 200
        assert len(Graph().parse(data=answer.content, format=syntax))
    kit = client.get(f"/nieuws/{pasted_before.news_item.slug}/persmap.zip")
    with zipfile.ZipFile(io.BytesIO(b"".join(kit))) as unpacked:
        assert unpacked.testzip() is None
