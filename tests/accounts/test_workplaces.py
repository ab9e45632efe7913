"""Accounts work on all sites or on some; what belongs to others is closed to them, and what is shared is read."""

import pytest
from cms.api import add_plugin
from django.urls import reverse
from djangocms_versioning.models import Version
from filer.models import Folder

from accounts.models import Workplace
from accounts.workplaces.sites import stored
from news.models import NewsItem
from organisations.models import Person
from tests.clients import SiteClient
from tests.factories import (
    MilestoneFactory,
    NewsContentFactory,
    OrganizationContentFactory,
    PersonMembershipFactory,
    PictureFactory,
    UserFactory,
    cms_page,
    plan,
)
from tests.publication.test_admin import change_url, news_form
from tests.staff.screens import filled_in

from .people import ACCOUNTS, change_page, person

pytestmark = pytest.mark.django_db
NEWS = "/beheer/news/newsitem/"


@pytest.fixture
def log_in(client):
    def as_role(role, *sites):
        user = UserFactory(roles=[role], works_on=sites)
        client.force_login(user)
        return user

    return as_role


def test_an_account_without_sites_opens_nothing(client, log_in):
    log_in("Beheerder")
    content = NewsContentFactory()
    assert client.get(change_url(content.news_item)).status_code == 403


def test_lists_and_choices_show_what_is_ones_own(client, log_in, here, elsewhere):
    for name, sites in (("van hier", [here]), ("van ginder", [elsewhere]), ("van beide", [here, elsewhere])):
        NewsContentFactory(title=f"Bericht {name}", news_item__sites=sites)
        body = OrganizationContentFactory(name=f"Orgaan {name}", organization__sites=sites).organization
        PersonMembershipFactory(body=body, person__name=f"Voorbeeld {name}")
        MilestoneFactory(title=f"Feit {name}", sites=sites)
    log_in("Eindredacteur", here)
    choices = "/beheer/autocomplete/?term=&app_label=organisations&model_name=relation&field_name=subject"
    for address in (
        f"{NEWS}?site=all",
        "/beheer/organisations/organization/?site=all",
        "/beheer/organisations/membership/",
        "/beheer/organisations/person/",
        "/beheer/organisations/milestone/",
        choices,
    ):
        page = client.get(address).text
        assert "van hier" in page and "van beide" in page and "van ginder" not in page, address


def test_what_is_shared_is_read_with_a_sentence_and_not_saved(client, log_in, here, elsewhere):
    content = NewsContentFactory(title="Gedeeld", news_item__sites=[here, elsewhere])
    Version.objects.update(locked_by=None)
    log_in("Eindredacteur", here)
    page = client.get(change_url(content.news_item))
    assert "Dit staat ook op Andere site. Wie daar mag werken, kan het wijzigen." in page.text
    assert 'name="_save"' not in page.text and 'name="quotations-0-text"' not in page.text
    answer = client.post(change_url(content.news_item), news_form(slug=content.news_item.slug, content__title="Anders"))
    assert answer.status_code == 403
    assert "Dit staat ook op Andere site" in answer.text
    content.refresh_from_db()
    assert content.title == "Gedeeld"


def test_who_works_on_both_changes_it(client, log_in, here, elsewhere):
    content = NewsContentFactory(news_item__sites=[here, elsewhere])
    Version.objects.update(locked_by=None)
    log_in("Eindredacteur", here, elsewhere)
    form = news_form(slug=content.news_item.slug, content__title="Anders", sites=[here.pk, elsewhere.pk])
    assert client.post(change_url(content.news_item), form).status_code == 302
    content.refresh_from_db()
    assert content.title == "Anders"


def test_what_is_made_gets_sites_of_its_maker_alone(client, log_in, here, elsewhere):
    log_in("Redacteur", here)
    form = client.get(f"{NEWS}add/").text
    assert f'name="sites" value="{here.pk}"' in form and f'name="sites" value="{elsewhere.pk}"' not in form
    assert client.post(f"{NEWS}add/", news_form(sites=[here.pk, elsewhere.pk])).status_code == 200
    assert not NewsItem.objects.exists()
    assert client.post(f"{NEWS}add/", news_form(sites=[here.pk])).status_code == 302
    assert list(NewsItem.objects.get().sites.all()) == [here]


def test_a_picture_belongs_to_what_chose_it_and_a_folder_to_its_pictures(client, log_in, here, elsewhere):
    folder = Folder.objects.create(name="Ginder")
    chosen, placed, free = (PictureFactory(folder=folder), PictureFactory(folder=folder), PictureFactory())
    NewsContentFactory(picture=chosen, news_item__sites=[elsewhere])
    body = OrganizationContentFactory(organization__sites=[elsewhere])
    add_plugin(body.body, "PicturePlugin", "nl", picture=placed)
    log_in("Redacteur", here)
    for closed in (chosen, placed):
        assert client.get(f"/beheer/pictures/picture/{closed.pk}/change/").status_code == 403
        assert client.get(f"/beheer/beelden/{closed.file.name}").status_code == 403
        assert client.get(closed.address(640, "avif")).status_code == 404
    assert client.get(f"/beheer/filer/folder/{folder.pk}/list/").status_code == 403
    assert client.get(f"/beheer/pictures/picture/{free.pk}/change/").status_code == 200
    assert client.get(free.address(640, "avif")).status_code == 200


def test_a_folder_of_both_shows_the_pictures_of_ones_own(client, log_in, here, elsewhere):
    folder = Folder.objects.create(name="Samen")
    for name, site in (("van-hier", here), ("van-ginder", elsewhere)):
        shown = PictureFactory(folder=folder, original_filename=f"{name}.png", name=name)
        NewsContentFactory(picture=shown, news_item__sites=[site])
    log_in("Redacteur", here)
    page = client.get(f"/beheer/filer/folder/{folder.pk}/list/").text
    assert "van-hier" in page and "van-ginder" not in page


def test_the_calendar_and_the_editors_links_name_nothing_of_others(client, log_in, here, elsewhere):
    for name, site in (("van hier", here), ("van ginder", elsewhere)):
        plan(NewsContentFactory(title=f"Gepland {name}", news_item__sites=[site]), minutes=0)
    log_in("Eindredacteur", here)
    for address in (reverse("schedule-calendar"), "/beheer/cms/page/plugin/text_plugin/urls/"):
        page = client.get(address).text
        assert "Gepland van hier" in page and "Gepland van ginder" not in page, address


def test_staff_of_another_site_read_on_the_first_page_where_they_are(client, log_in, here, elsewhere):
    cms_page("Pagina van hier")
    log_in("Redacteur", elsewhere)
    page = client.get("/beheer/").text
    assert "U werkt op Andere site. Hier ziet u alleen wat ook daar staat." in page
    assert "Pagina van hier" not in client.get("/beheer/cms/pagecontent/").text
    log_in("Redacteur", here)
    assert "Hier ziet u alleen" not in client.get("/beheer/").text


def test_nothing_is_made_on_the_site_of_others(client, log_in, here, elsewhere):
    from cms.models import Page

    log_in("Redacteur", elsewhere)
    form = {"title": "Nieuw", "slug": "nieuw", "language": "nl", "template": "pages/page.html"}
    answer = client.post(f"/beheer/cms/pagecontent/add/?language=nl&site={here.pk}", form)
    assert answer.status_code == 403
    assert not Page.objects.exists()


def test_a_block_is_not_moved_to_what_belongs_to_others(client, log_in, here, elsewhere):
    mine = NewsContentFactory(news_item__sites=[here])
    theirs = NewsContentFactory(news_item__sites=[elsewhere])
    block = add_plugin(mine.body, "TextPlugin", "nl", body="<p>Tekst</p>")
    log_in("Eindredacteur", here)
    data = {"plugin_id": block.pk, "target_language": "nl", "target_position": 1, "placeholder_id": theirs.body.pk}
    assert client.post("/beheer/cms/placeholder/move-plugin/?cms_path=/", data).status_code == 403
    assert not theirs.body.cmsplugin_set.exists()


# --- who gives sites ----------------------------------------------------------------------------


def invitation(*sites, **fields):
    from django.contrib.auth.models import Group

    group = Group.objects.get(name="Redacteur").pk
    sites = [site.pk for site in sites]
    return {"email": "bo@example.org", "first_name": "Bo", "groups": [group], "sites": sites} | fields


def workplace_of(name):
    return Workplace.objects.get(account__username=name)


def test_a_beheerder_gives_no_site_that_is_not_theirs(client, log_in, here, elsewhere):
    log_in("Beheerder", here)
    form = client.get(f"{ACCOUNTS}add/").text
    assert "every_site" not in form and "Andere site" not in form
    assert client.post(f"{ACCOUNTS}add/", invitation(here, elsewhere)).status_code == 200
    client.post(f"{ACCOUNTS}add/", invitation(here, every_site="on"))
    place = workplace_of("bo@example.org")
    assert (place.every_site, list(place.sites.all())) == (False, [here])


def test_who_has_all_sites_gives_all_or_some(client, here, elsewhere):
    client.force_login(person("chef", "Beheerder"))
    client.post(f"{ACCOUNTS}add/", invitation(elsewhere))
    place = workplace_of("bo@example.org")
    assert list(place.sites.all()) == [elsewhere]
    form = invitation(here, every_site="on", is_active="on")
    assert client.post(change_page(place.account), form).status_code == 302
    assert workplace_of("bo@example.org").every_site


def test_an_account_that_works_on_more_sites_is_not_managed(client, log_in, here, elsewhere):
    log_in("Beheerder", here)
    other = person("an", "Redacteur", works_on=[elsewhere])
    assert client.post(change_page(other), invitation(here, is_active="on")).status_code == 403
    assert list(workplace_of(other.username).sites.all()) == [elsewhere]


def test_nobody_changes_their_own_sites(client, log_in, here, elsewhere):
    user = log_in("Beheerder", here)
    assert 'name="sites"' not in client.get(change_page(user)).text
    client.post(change_page(user), invitation(elsewhere, email=user.email, every_site="on"))
    place = Workplace.objects.get(account=user)
    assert (place.every_site, list(place.sites.all())) == (False, [here])


def test_people_without_a_seat_are_everybodys(client, log_in, here):
    log_in("Eindredacteur", here)
    someone = Person.objects.create(name="Voorbeeldpersoon")
    assert client.get(f"/beheer/organisations/person/{someone.pk}/change/").status_code == 200


@pytest.fixture
def taken_away(here, elsewhere):
    """A function that takes sites away from an account that a colleague has open, and gives the colleague's answer."""

    def of(account, **left):
        first, second = (SiteClient(), SiteClient())
        for client in (first, second):
            client.force_login(UserFactory(roles=["Beheerder"], works_on=None))
        form, again = (filled_in(client.get(change_page(account))) for client in (first, second))
        form = {name: value for name, value in form.items() if name not in ("every_site", "sites")}
        assert first.post(change_page(account), form | left).status_code == 302
        return second.post(change_page(account), again | {"first_name": "Zoë"})

    return of


def test_a_site_that_was_taken_away_is_not_given_back_unseen(taken_away, here, elsewhere):
    account = UserFactory(roles=["Redacteur"], works_on=[here, elsewhere])
    answer = taken_away(account, sites=[here.pk])
    assert f"Sites is nu: {here.name}" in answer.text
    assert stored(account) == {here.pk}


def test_all_sites_that_were_taken_away_are_not_given_back_unseen(taken_away, here):
    account = UserFactory(roles=["Redacteur"], works_on=None)
    answer = taken_away(account, sites=[here.pk])
    assert "Alle sites is nu: nee" in answer.text
    assert stored(account) == {here.pk}
