"""Staff read Dutch: no English, German or machine-made word of a package reaches their screens."""

import re

import pytest
from django.urls import reverse
from djangocms_alias.models import Alias, AliasContent, Category
from djangocms_versioning.models import Version

from tests.factories import (
    DocumentContentFactory,
    NewsContentFactory,
    OrganizationContentFactory,
    UserFactory,
    cms_page,
)

from .screens import screens_of, screens_of_the_administration, words_on

pytestmark = [pytest.mark.django_db, pytest.mark.once]

# Each of these stood on a screen.
WRONG = re.compile(
    r"""\b(
        add|aliases|apphook|are\ you\ sure|categories|changed\ by|community|confirmatie|conformatie|delete
        |discard|drop|in\ navigation|mailto|main\ navigation|model\ name|not\ published|page\ tree
        |pages|placeholders?|plugins?|publish|reset|revert|search|select\ an?|soft\ ?root|summary|unlock(ed)?|unpublish
        |view|what's\ new
        |contents?|content\ aanmaken|maak\ nieuw\ \w+|\w+\ eigenschappen|hoofd\ navigatie|django|sind\ sie
        |zusammenfassung|annuleer|archiveer|publiceer|depubliceer|je|jouw|asjeblieft|voeg\ \w+toe|terugdraaien
        |ongesloten
        |vergelijk\ met|version|None|\w+\.\w+\.None
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
# Names of files, people and addresses are nobody's language.
NO_LANGUAGE = re.compile(r"https?://|/|@|\.(jpe?g|png|pdf|pptx)\b|^\w+Plugin ID")


def member_of(role):
    return UserFactory(roles=[role])


def wrong_words(client, paths):
    """{what stands wrong on a screen: the first path that shows it}"""
    found = {}
    for path in paths:
        response = client.get(path, follow=True)
        if "html" in response.get("Content-Type", "") and response.status_code in (200, 403, 404):
            for words in words_on(response.content.decode()):
                if WRONG.search(words) and not NO_LANGUAGE.search(words):
                    found.setdefault(words[:120], path)
    return found


def shared_block(user):
    alias = Alias.objects.create(category=Category.objects.create(name="Blokken"))
    return AliasContent.objects.with_user(user).create(alias=alias, name="Gedeeld", language="nl")


MAKERS = {
    "page": lambda state: cms_page("Pagina", slug="pagina", state=state),
    "news": lambda state: NewsContentFactory(state=state),
    "document": lambda state: DocumentContentFactory(state=state),
    "body": lambda state: OrganizationContentFactory(state=state),
}


@pytest.mark.parametrize("role", ["Redacteur", "Eindredacteur", "Beheerder"])
def test_lists_and_forms_are_in_dutch(client, role):
    for make in MAKERS.values():
        make("published")
    shared_block(UserFactory())
    client.force_login(member_of(role))

    assert wrong_words(client, screens_of_the_administration()) == {}


@pytest.mark.parametrize("state", ["draft", "published", "unpublished", "archived"])
@pytest.mark.parametrize("kind", MAKERS)
def test_what_is_done_with_a_version_is_said_in_dutch(client, kind, state):
    content = MAKERS[kind](state)
    for role in ("Redacteur", "Eindredacteur"):
        client.force_login(member_of(role))

        assert wrong_words(client, screens_of(content)) == {}


def test_a_shared_block_is_called_so(client):
    user = member_of("Eindredacteur")
    client.force_login(user)
    content = shared_block(user)

    assert wrong_words(client, screens_of(content)) == {}
    version = Version.objects.get_for_content(content)
    assert content.alias.get_name() == "Gedeeld (niet gepubliceerd)"
    version.publish(user)
    assert Alias.objects.get().get_name() == "Gedeeld"


def test_unpublishing_is_called_so(client):
    client.force_login(member_of("Eindredacteur"))
    version = Version.objects.get_for_content(DocumentContentFactory(state="published", title="De zomer"))
    address = reverse("admin:djangocms_versioning_documentcontentversion_unpublish", args=(version.pk,))

    words = words_on(client.get(address).content.decode())

    assert {"Depubliceren?", "Ja", "Nee, terug", "De zomer", "Beheer"} <= words
    assert "Lezers zien deze versie dan niet meer. Wilt u ze depubliceren?" in words


def test_two_versions_are_compared_by_name(client):
    user = member_of("Eindredacteur")
    client.force_login(user)
    first = Version.objects.get_for_content(NewsContentFactory(state="published"))
    second = first.copy(user)
    address = reverse("admin:djangocms_versioning_newscontentversion_compare", args=(first.pk,))

    page = client.get(f"{address}?compare_to={second.pk}").content.decode()

    assert re.search(r"<title>Versie #1 .* en Versie #2 .* vergelijken</title>", page)
    assert '<html lang="nl">' in page


def test_saving_names_the_thing_first(client):
    client.force_login(member_of("Beheerder"))
    form = {"slug": "kent", "name": "kent", "inverse_name": "is gekend door"}

    page = client.post(reverse("admin:organisations_relationtype_add"), form, follow=True)

    [message] = page.context["messages"]
    assert re.sub("<.*?>", "", str(message)) == "“kent” is toegevoegd (relatietype)."


def test_a_password_that_is_too_short_is_refused_in_dutch(client):
    user = UserFactory()
    user.set_password("een goed wachtwoord")
    user.save()
    client.force_login(user)
    form = {"old_password": "een goed wachtwoord", "new_password1": "kort", "new_password2": "kort"}

    page = client.post(reverse("admin:password_change"), form).content.decode()

    assert "Dit wachtwoord is te kort: neem minstens 12 tekens." in page
