"""Somebody with a password and no code, and a release under embargo that SECRET is in."""

import datetime

import pytest
from cms.api import add_plugin
from django.urls import reverse
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice
from djangocms_alias.models import Alias, Category
from filer.models import Folder

from news.embargo import put_under_embargo
from tests.accounts.people import code_of, person
from tests.clients import PasswordClient
from tests.factories import (
    DocumentContentFactory,
    NewsContentFactory,
    UserFactory,
    add_file,
    pdf_bytes,
    press_picture,
)

STEP, SET_UP = reverse("second-factor"), reverse("second-factor-setup")
SECRET = "Zwaluwplan"


def is_asked(answer):
    return answer.status_code in (404, 409) or answer.headers.get("Location", "").startswith((STEP, SET_UP))


@pytest.fixture
def client():
    return PasswordClient()


@pytest.fixture(autouse=True)
def required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.fixture
def editor(client):
    account = person("eva", "Eindredacteur")
    client.force_login(account)
    return account


@pytest.fixture
def writer(client):
    account = person("wim", "Redacteur")
    client.force_login(account)
    return account


@pytest.fixture
def release(db):
    """Under embargo, with a text, a picture and a document; SECRET is in all of them."""
    picture = press_picture(default_caption=SECRET, name=f"{SECRET}.png", folder=Folder.objects.create(name="Pers"))
    document = DocumentContentFactory(title=f"{SECRET} in cijfers", document__slug="zwaluwplan-cijfers")
    add_file(document, pdf_bytes(), "zwaluwplan.pdf")
    content = NewsContentFactory(
        title=f"{SECRET} voor de streek", lead=SECRET, news_item__slug="zwaluwplan", picture=picture
    )
    content.attachments.create(document=document.document, position=1)
    content.photos.create(picture=picture, position=1)
    place = content.placeholders.get_or_create(slot="body")[0]
    content.block = add_plugin(place, "TextPlugin", "nl", body=f"<p>Het {SECRET} zelf.</p>")
    content.shared = Alias.objects.create(category=Category.objects.create(name="Blokken"))
    add_plugin(place, "Alias", "nl", alias=content.shared)
    put_under_embargo(content.news_item, timezone.now() + datetime.timedelta(days=1), UserFactory())
    for row in (content, document):
        row.versions.get().publish(UserFactory())
    return content


# What int() takes as well, and with it Django, the CMS and the editor of texts; "_2B" is a "+" in the administration.
SPELLINGS = {
    "plain": str,
    "space": " {}".format,
    "line": "{}\n".format,
    "plus": "+{}".format,
    "zeros": "00{}".format,
    "underscore": "0_{}".format,
    "wide": lambda key: str(key).translate({ord("0") + number: chr(0xFF10 + number) for number in range(10)}),
    "quoted": "_2B{}".format,
}


@pytest.fixture(params=SPELLINGS)
def spelled(request):
    """A function that spells a key as one may."""
    return SPELLINGS[request.param]


def confirm(client, account):
    device = TOTPDevice.objects.get_or_create(user=account, name="app", confirmed=True)[0]
    TOTPDevice.objects.filter(pk=device.pk).update(last_t=-1)
    client.post(STEP, {"code": code_of(device)})
