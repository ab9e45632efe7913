"""Two editors in what has no drafts: the second is told what the first changed, and nobody's work is wiped."""

import re

import pytest
from cms.admin.utils import CONTENT_PREFIX
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group
from django.core import signing
from django.db import models
from django.test import Client, RequestFactory
from django.urls import reverse
from djangocms_alias.models import Category
from djangocms_versioning import versionables
from djangocms_versioning.models import Version

from organisations.models import Membership
from publication.seen import SALT, SeesOthers, closed_meanwhile
from tests.clients import SiteClient
from tests.factories import AreaChangeFactory, AreaFactory, OrganizationFactory, UserFactory

from .scene import MAKERS, VERSIONED
from .screens import filled_in

pytestmark = pytest.mark.django_db
LOOKED_AT = "is looked at and not changed on this screen"
NAMES = "has a name alone"
NOBODYS = "no role has the right to change it"
VERSION = "is an act on a version (publish, withdraw, discard): the state of the version is asked at the act itself"
SENT_ON = "has no form: it leads to the screen of the thing itself, which has a mark"
# The screens that carry no mark, each with the reason.
WITHOUT_MARK = {
    "auth.group": LOOKED_AT,  # `accounts/roles.py` says what a role may
    "cms.pagecontent": "a draft is whose who saves it, its address as well: others are refused (`locks.py`)",
    "cms.placeholder": "a block stands in a draft, which is whose who saves it: others are refused (`locks.py`)",
    "cms.usersettings": "everybody has their own",
    "djangocms_alias.aliascontent": SENT_ON,
    "documents.documentcontent": SENT_ON,
    "erasure.erasure": LOOKED_AT,
    "filer.clipboard": NOBODYS,
    "filer.folder": NAMES,
    "letters.letter": LOOKED_AT,
    "news.newscontent": SENT_ON,
    "organisations.organizationcontent": SENT_ON,
    "projects.projectcontent": SENT_ON,
    "sites.site": NOBODYS,
} | {
    f"djangocms_versioning.{name}version": VERSION
    for name in (
        "aliascontent",
        "documentcontent",
        "newscontent",
        "organizationcontent",
        "pagecontent",
        "projectcontent",
    )
}
REGISTERED = {model._meta.label_lower: registered for model, registered in admin.site._registry.items()}
LIVE = {label: registered for label, registered in REGISTERED.items() if label not in WITHOUT_MARK}


def with_sides(change, make, **before):
    """A change with what was there before and after it, without which its form can't be saved."""
    change.originals.set([make(**before)])
    change.results.set([make()])
    return change


# Asked of who changes a correction; other forms read no such word.
WHY = {"reason": "Er stond een fout in."}


def grouper_of(make):
    """A function for what a draft is a version of: nothing of that waits for publication."""
    return lambda: Version.objects.get_for_content(make("draft")).grouper


def label_of_grouper(label):
    return versionables.for_content(apps.get_model(label)).grouper_model._meta.label_lower


GROUPERS = {label_of_grouper(label): grouper_of(make) for label, make in VERSIONED.items()}
MAKE = (
    MAKERS
    | GROUPERS
    | {
        "djangocms_alias.category": lambda: Category.objects.create(name="Blokken"),
        "organisations.areachange": lambda: with_sides(AreaChangeFactory(), AreaFactory, end="2018-12-31"),
        "organisations.changeevent": lambda: with_sides(MAKERS["organisations.changeevent"](), OrganizationFactory),
    }
)
# Its rows are what it changes: `test_rows_of_a_screen_count_too`.
WITH_FIELDS = sorted(LIVE.keys() - {"organisations.seating"})


def screen(obj, act="change"):
    return reverse(f"admin:{obj._meta.app_label}_{obj._meta.model_name}_{act}", args=(obj.pk,))


OTHERS = {
    "slug": ("van-de-eerste", "van-de-tweede"),
    "reverse_id": ("van-de-eerste", "van-de-tweede"),
    "email": ("eerste@ersv.be", "tweede@ersv.be"),
}


def own_field(obj, form):
    """The name of a field that the form changes, and two values for it."""
    if "category" in form:
        return "category", [str(Category.objects.create(name=name).pk) for name in ("Eerste", "Tweede")]
    if OTHERS.keys() & form.keys():
        return next((name, values) for name, values in OTHERS.items() if name in form)
    names = [field.name for field in obj._meta.fields if type(field) in (models.CharField, models.TextField)]
    free = [name for name in form if name in names and not obj._meta.get_field(name).choices]
    if free or "name" in form:
        return [*free, "name"][0], ("/van-de-eerste/", "/van-de-tweede/")
    return next(name for name in ("start", "date") if name in form), ("2020", "2021")


def said(obj, name, value):
    """A value in the words of the screen."""
    field = obj._meta.get_field(name) if name != "name" else None
    return str(field.related_model.objects.get(pk=value)) if field and field.many_to_one else value


def test_every_form_has_a_mark_or_a_reason():
    assert {label for label, registered in REGISTERED.items() if not isinstance(registered, SeesOthers)} == set(
        WITHOUT_MARK
    )
    assert set(LIVE) <= set(MAKE)


# What a form has and its mark has not, each with the reason.
NOT_COMPARED = {
    "DELETE": "is a box that takes the row away: another one's row that is gone is told by its number",
    "id": "names the row",
    "_content_object_id": "names the draft, which is one person's",
    "application_configs": "is kept as `application_namespace`, which is compared",
    "reason": "is asked anew at each change of a correction, and written down beside it",
}


def is_compared(row, name):
    """Whether the field of a form is kept in its row."""
    found = {field.name: field for field in row._meta.get_fields()}.get(name)
    return found is not None and (found.concrete or found.many_to_many)


def compared_rows(registered, context):
    """The forms for one more row: they have the fields of all."""
    for inline in context["inline_admin_formsets"]:
        if inline.formset.fk.related_model is registered.model:
            yield inline.formset.fk.name, inline.formset.empty_form


@pytest.mark.parametrize("label", sorted(LIVE))
def test_every_field_of_a_form_is_compared_or_has_a_reason(label, editor):
    obj = MAKE[label]()
    context = editor().get(screen(obj)).context
    own = {name for name in context["adminform"].form.fields if not name.startswith(CONTENT_PREFIX)}
    assert own - NOT_COMPARED.keys() <= signing.loads(context["seen"], salt=SALT).keys()
    for key, form in compared_rows(LIVE[label], context):
        others = {name for name in form.fields if not is_compared(form.instance, name)}
        assert others - NOT_COMPARED.keys() - {key} == set()


@pytest.mark.parametrize("label", WITH_FIELDS)
def test_the_second_of_two_editors_is_told_what_the_first_changed(label, editor):
    obj, first, second = MAKE[label](), editor(), editor()
    one, other = (filled_in(client.get(screen(obj))) for client in (first, second))
    name, (theirs, mine) = own_field(obj, one)
    assert first.post(screen(obj), one | WHY | {name: theirs}).status_code == 302

    refused = second.post(screen(obj), other | WHY | {name: mine})
    assert refused.status_code == 200
    assert filled_in(first.get(screen(obj)))[name] == theirs
    assert f"is nu: {said(obj, name, theirs)}" in refused.text
    assert re.search(r"\w+ heeft dit op .* gewijzigd, nadat u het opende", refused.text)

    again = filled_in(refused)
    assert again[name] == mine
    assert second.post(screen(obj), again).status_code == 302
    assert filled_in(first.get(screen(obj)))[name] == mine


@pytest.mark.parametrize("label", WITH_FIELDS)
def test_what_a_colleague_changed_meanwhile_is_not_deleted_unseen(label, editor):
    obj, first, second = MAKE[label](), editor(), editor()
    asked = second.get(screen(obj, "delete"))
    if asked.status_code == 403 or b'name="post"' not in asked.content:
        pytest.skip("nobody deletes this")
    form = filled_in(first.get(screen(obj)))
    name, (theirs, _mine) = own_field(obj, form)
    assert first.post(screen(obj), form | WHY | {name: theirs}).status_code == 302
    told = second.post(screen(obj, "delete"), filled_in(asked), follow=True)
    assert type(obj).objects.filter(pk=obj.pk).exists()
    assert f"is nu: {said(obj, name, theirs)}" in told.text
    second.post(screen(obj, "delete"), filled_in(told))
    assert not type(obj).objects.filter(pk=obj.pk).exists()


def test_a_mistake_of_ones_own_does_not_count_as_having_looked(editor):
    obj, first, second = MAKE["regions.region"](), editor(), editor()
    other = filled_in(second.get(screen(obj)))
    mistaken = filled_in(second.post(screen(obj), other | {"name": ""}))
    first.post(screen(obj), filled_in(first.get(screen(obj))) | {"tagline": "Van de eerste"})
    assert "is nu: Van de eerste" in second.post(screen(obj), mistaken | {"name": "Limburg"}).text


@pytest.mark.parametrize("value", ["on", "1", "", "geen sleutel", "2020-01-01 x", ["1", "x"]])
@pytest.mark.parametrize("label", sorted(LIVE))
def test_a_mark_of_any_field_is_no_fault(label, value, editor):
    """Of a form whose fields closed meanwhile, or of another thing."""
    obj, client = MAKE[label](), editor()
    names = [field.name for field in obj._meta.get_fields()]
    mark = signing.dumps(dict.fromkeys(names, "of another"), salt=SALT, compress=True)
    answer = client.post(screen(obj), dict.fromkeys(names, value) | {"seen": mark})
    assert answer.status_code in (200, 302, 400)


@pytest.mark.parametrize("label", sorted(LIVE))
@pytest.mark.parametrize("value", ["on", "1", "geen sleutel", ["1", "x"]])
def test_what_was_sent_for_any_field_that_closed_is_said_in_words(label, value):
    obj = MAKE[label]()
    names = [field.name for field in obj._meta.get_fields()]
    request = RequestFactory().post("/", dict.fromkeys(names, value))
    assert all(isinstance(words, str) for words in closed_meanwhile(request, obj, names))


def test_who_ticked_a_box_that_is_closed_meanwhile_is_told():
    client, user, obj = SiteClient(), UserFactory(roles=["Eindredacteur"]), MAKE["cms.page"]()
    client.force_login(user)
    form = filled_in(client.get(screen(obj)))
    user.groups.set(Group.objects.filter(name="Redacteur"))
    answer = client.post(screen(obj), form | {"login_required": "on"})
    assert answer.status_code == 200
    assert re.search(r"niet meer wijzigen. U vulde in: ja", answer.text)


def test_rows_of_a_screen_count_too(editor):
    membership = MAKE["organisations.membership"]()
    seating = MAKE["organisations.seating"]()
    Membership.objects.filter(pk=membership.pk).update(body=seating.pk, bench=None)
    client = editor()
    form = filled_in(client.get(screen(seating)))
    Membership.objects.filter(pk=membership.pk).update(function="Van een ander")
    assert "is nu: Van een ander" in client.post(screen(seating), form).text
    form = filled_in(client.get(screen(seating)))
    Membership.objects.all().delete()
    assert "Regels die verwijderd werden: 1" in client.post(screen(seating), form).text


@pytest.mark.parametrize("label", WITH_FIELDS)
@pytest.mark.parametrize("act", ["change", "delete"])
def test_a_form_without_a_mark_has_shown_nothing(label, act, editor):
    obj, client = MAKE[label](), editor()
    asked = client.get(screen(obj, act))
    if asked.status_code == 403 or 'name="seen"' not in asked.text:
        pytest.skip("nobody deletes this")
    form = filled_in(asked)
    del form["seen"]
    told = Client.post(client, screen(obj, act), form, follow=True)
    assert "is nu:" in told.text and type(obj).objects.filter(pk=obj.pk).exists()


@pytest.mark.parametrize("mark", ["of before", "none"])
@pytest.mark.parametrize("label", sorted({"organisations.membership", "press.fact", "redirects.redirect"} & set(MAKE)))
def test_what_is_chosen_in_a_list_is_not_deleted_unseen(label, mark, editor):
    obj, client = MAKE[label](), editor()
    place = reverse(f"admin:{obj._meta.app_label}_{obj._meta.model_name}_changelist")
    form = filled_in(client.get(screen(obj)))
    asked = filled_in(client.post(place, {"action": "delete_selected", "_selected_action": obj.pk}))
    if mark == "none":
        del asked["seen"]
    else:
        name, (theirs, _mine) = own_field(obj, form)
        assert client.post(screen(obj), form | WHY | {name: theirs}).status_code == 302
    told = Client.post(client, place, asked)
    assert type(obj).objects.filter(pk=obj.pk).exists() and "is nu:" in told.text
    Client.post(client, place, filled_in(told))
    assert not type(obj).objects.filter(pk=obj.pk).exists()
