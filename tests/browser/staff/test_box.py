"""Every form and button of ours, on its own page and in the box of the CMS: the same comes of it."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from djangocms_versioning.models import Version
from playwright.sync_api import Error

from letters.sending import beside
from limburg_site.environment import BASE_DIR
from news.models import Correction, NewsContent, NewsItem
from organisations.models import Area, Membership
from press.invitations import invite
from press.models import Invitation
from publication.models import PublicationSchedule
from tests import factories as make

from .places import Box, OwnPage

TEMPLATES = BASE_DIR / "templates" / "admin"
ACTS = {}


def act(*templates):
    """Register a function that does something in a place and returns whether it was done; for `templates`."""

    def register(function):
        ACTS[function.__name__] = (function, templates)
        return function

    return register


def set_moment(place, name, minutes=60):
    local = timezone.localtime(timezone.now() + timedelta(minutes=minutes))
    place.screen.fill(f"[name={name}_0]", f"{local:%d-%m-%Y}")
    place.screen.fill(f"[name={name}_1]", f"{local:%H:%M:%S}")


def embargo_of(item):
    return NewsItem.objects.get(pk=item.pk).embargo_until


def under_embargo(state="draft"):
    item = make.NewsItemFactory(embargo_until=timezone.now() + timedelta(hours=5))
    return make.NewsContentFactory(news_item=item, kind="press_release", state=state).news_item


def version_address(content, name):
    return reverse(
        f"admin:djangocms_versioning_{content._meta.model_name}version_{name}", args=(make.version_of(content).pk,)
    )


def draft(place, **fields):
    """Of who is at work: nobody else can throw it away."""
    return make.NewsContentFactory(created_by=place.user, **fields)


def state_of(content):
    return make.version_of(content).state


@act("news/embargo.html")
def an_embargo_is_set(place):
    item = make.NewsContentFactory().news_item
    place.open(reverse("admin:news_newsitem_embargo", args=(item.pk,)))
    set_moment(place, "moment")
    place.press("Onder embargo plaatsen")
    return embargo_of(item)


@act("news/embargo.html")
def an_embargo_is_moved(place):
    item = under_embargo()
    place.open(reverse("admin:news_newsitem_embargo", args=(item.pk,)))
    set_moment(place, "moment", 60 * 24 * 3)
    place.press("Embargo verplaatsen")
    return embargo_of(item) > timezone.now() + timedelta(days=2)


@act("news/embargo.html")
def an_embargo_ends(place):
    item = under_embargo()
    place.open(reverse("admin:news_newsitem_embargo", args=(item.pk,)))
    place.press("Embargo nu opheffen")
    return not NewsItem.objects.get(pk=item.pk).is_under_embargo


@act("news/publish.html")
def a_release_is_published_after_the_question(place):
    content = make.NewsContentFactory(kind="press_release")
    place.open(version_address(content, "publish"))
    place.screen.check("[name=when][value=now]")
    place.press("Publiceren")
    return state_of(content) == "published"


@act("news/withdraw.html")
def what_readers_know_is_withdrawn(place):
    content = make.NewsContentFactory(kind="press_release", state="published")
    place.open(version_address(content, "unpublish"))
    place.screen.fill("[name=reason]", "Voorbeeld van een reden.")
    place.press("Intrekken")
    return state_of(content) == "unpublished" and content.news_item.withdrawal.reason


@act("publication/schedule.html")
def a_draft_is_scheduled(place):
    content = make.NewsContentFactory()
    place.open(reverse("schedule-version", args=(make.version_of(content).pk,)))
    set_moment(place, "publish")
    place.press("Inplannen")
    return PublicationSchedule.objects.filter(version=make.version_of(content), state="pending").exists()


@act("publication/schedule.html")
def what_is_planned_is_cancelled(place):
    content = make.NewsContentFactory()
    planned = make.plan(content, minutes=60)
    place.open(reverse("schedule-version", args=(make.version_of(content).pk,)))
    place.press("Planning annuleren")
    planned.refresh_from_db()
    return planned.state != "pending"


@act("press/invitations.html")
def a_journalist_is_invited(place):
    item = under_embargo("published")
    place.open(reverse("press-invitations", args=(item.pk,)))
    place.screen.fill("[name=name]", "Voorbeeldjournalist")
    place.screen.fill("[name=email]", "journalist@example.org")
    place.press("De persoonlijke link sturen")
    beside.submit(int).result(timeout=30)
    return item.invitations.count() == 1 and mail.outbox


@act("press/invitations.html")
def an_invitation_is_revoked(place):
    item = under_embargo("published")
    user = make.UserFactory()
    until = item.embargo_until
    invitation, _token = invite(item, user, name="Voorbeeld", email="een@example.org", expires_at=until)
    place.open(reverse("press-invitations", args=(item.pk,)))
    place.press("De link van Voorbeeld intrekken")
    return Invitation.objects.get(pk=invitation.pk).revoked_at


@act("organisations/end_or_replace.html")
def a_mandate_ends(place):
    body = make.OrganizationContentFactory(state="published").organization
    membership = make.PersonMembershipFactory(body=body, start="2015", source="Verslag 1", state="occupied")
    place.open(reverse("admin:organisations_membership_changelist"))
    place.screen.check(f"[name=_selected_action][value='{membership.pk}']")
    place.screen.select_option("[name=action]", "end_or_replace")
    place.screen.locator("[name=index]").click()
    place.screen.locator("[name=last]").wait_for()
    place.screen.fill("[name=last]", "30/04/2017")
    place.press("Nakijken wat er gebeurt")
    place.press("Ja, voer dit uit")
    return Membership.objects.get(pk=membership.pk).end == "2017-04-30"


@act("organisations/import_memberships.html")
def memberships_are_imported(place):
    body = make.OrganizationContentFactory(state="published", organization__slug=f"tafel-{make.NewsItemFactory().pk}")
    slug = body.organization.slug
    row = f"orgaan;persoon;rol;van;bron\r\n{slug};Zoë Voorbeeld;voorzitter;05/2017;Verslag\r\n"
    place.open(reverse("admin:organisations_membership_import"))
    file = {"name": "leden.csv", "mimeType": "text/csv", "buffer": row.encode()}
    place.screen.set_input_files("[name=import_file]", file)
    place.press(gettext("Submit"))
    place.press("Ja, importeer dit")
    return Membership.objects.filter(body__slug=slug).exists()


@act("publication/take_over.html")
def a_draft_is_taken_over(place):
    version = make.version_of(make.NewsContentFactory(created_by=make.UserFactory()))
    address = reverse("admin:djangocms_versioning_newscontentversion_changelist")
    place.open(f"{address}?news_item={version.content.news_item_id}")
    place.screen.locator("a.cms-action-unlock").click()
    place.screen.locator("form:has([name=from])").wait_for()
    place.press("Overnemen en uw collega verwittigen")
    return Version.objects.get(pk=version.pk).locked_by not in (None, version.created_by)


@act("publication/lapses.html")
def a_planned_draft_is_changed_and_planned_again(place):
    content = draft(place)
    make.plan(content, minutes=60)
    place.open(reverse("admin:news_newsitem_change", args=(content.news_item_id,)))
    place.screen.fill("[name=content__title]", "Een titel na het inplannen")
    place.press("Opslaan en verder werken")
    place.press(gettext("Save and plan again"))
    return NewsContent.everything.get(pk=content.pk).title == "Een titel na het inplannen"


@act("delete_selected_confirmation.html")
def what_was_chosen_is_deleted(place):
    fact = make.PressFactFactory()
    place.open(reverse("admin:press_fact_changelist"))
    place.screen.check(f"[name=_selected_action][value='{fact.pk}']")
    place.screen.select_option("[name=action]", "delete_selected")
    place.screen.locator("[name=index]").click()
    place.screen.locator("[name=post]").wait_for(state="attached")
    place.press(gettext("Yes, I’m sure"))
    return not type(fact).objects.filter(pk=fact.pk).exists()


@act("erasure/erase.html")
def a_name_is_erased(place):
    content = make.NewsContentFactory(lead="Een zin van Xantippe Voorbeeldnaam.", state="published")
    place.open(reverse("admin:erasure_erasure_add"))
    place.screen.check("[name=kind][value=name]")
    place.screen.fill("[name=sought]", "Xantippe Voorbeeldnaam")
    place.screen.locator("[name=ground]").first.check()
    place.press(gettext("Look what would go"))
    place.press(gettext("Erase for good"))
    return "Xantippe" not in NewsContent.everything.get(pk=content.pk).lead


@act()
def a_correction_is_made(place):
    item = make.NewsContentFactory(state="published").news_item
    place.open(reverse("admin:news_correction_add"))
    field = "[name=news_item]"
    place.screen.locator(field).evaluate("(field, key) => field.append(new Option(key, key, true, true))", item.pk)
    place.screen.fill("[name=wrong]", "Het plan had drie delen.")
    place.screen.fill("[name=right]", "Het plan heeft vier delen.")
    place.press("Opslaan")
    return Correction.objects.filter(news_item=item).exists()


@act("includes/sure.html")
def a_record_is_deleted(place):
    area = make.AreaFactory()
    place.open(reverse("admin:organisations_area_delete", args=(area.pk,)))
    place.press("Ja, verwijderen")
    return not Area.objects.filter(pk=area.pk).exists()


@act()
def a_form_is_saved_and_goes_on(place):
    content = draft(place)
    place.open(reverse("admin:news_newsitem_change", args=(content.news_item_id,)))
    place.screen.fill("[name=content__title]", "Een andere titel")
    place.press("Opslaan en verder werken")
    return NewsContent.everything.get(pk=content.pk).title == "Een andere titel"


@act()
def a_draft_is_thrown_away(place):
    content = draft(place)
    place.open(version_address(content, "discard"))
    place.press("Ja")
    return not NewsContent.everything.filter(pk=content.pk).exists()


@act()
def a_draft_is_archived(place):
    content = draft(place)
    place.open(version_address(content, "archive"))
    place.press("Ja")
    return state_of(content) == "archived"


@act()
def a_former_version_is_taken_up_again(place):
    content = make.NewsContentFactory(state="unpublished")
    place.open(version_address(content, "revert"))
    place.press("Ja")
    return NewsContent.everything.filter(news_item=content.news_item_id, versions__state="draft").exists()


@act()
def a_former_version_replaces_a_draft(place):
    content = make.NewsContentFactory(state="unpublished")
    current = draft(place, news_item=content.news_item)
    place.open(version_address(content, "revert"))
    place.press("Concept archiveren en terugzetten")
    return state_of(current) == "archived"


def test_every_form_of_ours_is_walked():
    walked = {name for _function, templates in ACTS.values() for name in templates}
    forms = {path for path in TEMPLATES.rglob("*.html") if re.search(r'<form[^>]*method="post"', path.read_text())}
    assert {path.relative_to(TEMPLATES).as_posix() for path in forms} <= walked


@pytest.mark.parametrize("kind", [OwnPage, Box])
def test_every_act_is_done_on_its_page_and_in_the_box(kind, site, log_in):
    place = kind(log_in("Beheerder"), site, over=make.NewsContentFactory(state="published"))
    failed = {}
    for name, (function, _templates) in ACTS.items():
        place.refused = []
        try:
            if not function(place):
                failed[name] = "not done"
            if place.refused:
                failed[name] = place.refused
        except Error as error:
            failed[name] = str(error)[:300]
    assert failed == {}


def test_a_warning_in_the_box_is_not_called_a_save(site, log_in):
    place = Box(log_in("Beheerder"), site, over=make.NewsContentFactory(state="published"))
    area = make.AreaFactory()
    place.open(reverse("admin:organisations_area_delete", args=(area.pk,)))
    area.name = "Een andere naam"
    area.save()
    place.press("Ja, verwijderen")

    assert Area.objects.filter(pk=area.pk).exists()
    assert place.page.locator(".saving-said:visible").all_inner_texts() == []


def test_the_way_to_the_text_from_the_box_leaves_nothing_to_put_back(site, log_in):
    place = Box(log_in("Beheerder"), site, over=make.NewsContentFactory(state="published"))
    content = draft(place)
    form = reverse("admin:news_newsitem_change", args=(content.news_item_id,))
    place.open(form)
    place.screen.fill("[name=content__title]", "Net getypt")
    place.screen.click("[name=_write]")
    place.page.wait_for_url("**/edit/**")
    assert NewsContent.everything.get(pk=content.pk).title == "Net getypt"

    place.open(form)
    assert place.refused == []
