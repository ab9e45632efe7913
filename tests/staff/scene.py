"""One object of every kind that staff have screens for, all of them somebody else's."""

import uuid
from types import SimpleNamespace

from cms.api import add_plugin
from cms.models import UserSettings
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.contrib.redirects.models import Redirect
from django.contrib.sites.models import Site
from django.utils import timezone
from djangocms_alias.models import Alias, AliasContent, Category
from djangocms_versioning.models import Version
from filer.models import Clipboard, File, Folder, FolderPermission, ThumbnailOption

from erasure.models import Erasure
from letters.models import Letter
from news.models import Correction
from organisations.models import ChangeEvent, Classification, Relation, RelationType, Seating
from regions.models import Region
from tests import factories as make

STATES = ("draft", "published", "unpublished", "archived")


def alias_content(state="draft"):
    alias = Alias.objects.create(category=Category.objects.create(name=f"Blokken {state}"))
    content = AliasContent.objects.with_user(make.author()).create(alias=alias, name=f"Blok {state}", language="nl")
    make.bring_to(state, Version.objects.get_for_content(content))
    return content


VERSIONED = {
    "cms.pagecontent": lambda state: make.cms_page(f"Pagina {state}", slug=f"pagina-{state}", state=state),
    "djangocms_alias.aliascontent": alias_content,
    "organisations.organizationcontent": lambda state: make.OrganizationContentFactory(state=state),
    "documents.documentcontent": lambda state: make.DocumentContentFactory(state=state),
    "projects.projectcontent": lambda state: make.ProjectContentFactory(state=state),
    "news.newscontent": lambda state: make.NewsContentFactory(state=state),
}


def other_account():
    """May do more than any role, so that no role may manage it."""
    return make.UserFactory(username="baas@example.org", is_superuser=True)


def region():
    return Region.objects.get_or_create(site=Site.objects.get_current(), defaults={"slug": "l", "name": "Limburg"})[0]


def relation():
    bodies = make.OrganizationFactory(), make.OrganizationFactory()
    return Relation.objects.create(subject=bodies[0], type=relation_type(), object=bodies[1])


def relation_type():
    return RelationType.objects.get_or_create(slug="kent", defaults={"name": "kent", "inverse_name": "gekend"})[0]


def correction():
    item = make.NewsContentFactory(state="published").news_item
    return Correction.objects.create(news_item=item, wrong="Het is 11.", right="Het is 12.", published_by=make.author())


def erasure():
    return Erasure.objects.create(key=uuid.uuid4(), kind="name", ground="privacy", at=timezone.now())


def letter():
    here = Site.objects.get_current()
    return Letter.objects.create(
        site=here, recipient="iemand@example.org", subject="Onderwerp", state="failed", error="550"
    )


MAKERS = {
    "auth.group": lambda: Group.objects.get(name="Redacteur"),
    "auth.user": other_account,
    "cms.usersettings": lambda: UserSettings.objects.create(user=make.author(), language="nl"),
    "erasure.erasure": erasure,
    "filer.clipboard": lambda: Clipboard.objects.create(user=make.author()),
    "filer.file": lambda: File.objects.create(name="Bestand", original_filename="bestand.txt", owner=make.author()),
    "filer.folder": lambda: Folder.objects.create(name="Beelden", owner=make.author()),
    "filer.folderpermission": lambda: FolderPermission.objects.create(folder=Folder.objects.create(name="Map")),
    "filer.thumbnailoption": lambda: ThumbnailOption.objects.create(name="Klein", width=80, height=80),
    "letters.letter": letter,
    "news.correction": correction,
    "organisations.area": make.AreaFactory,
    "organisations.areachange": make.AreaChangeFactory,
    "organisations.bench": make.BenchFactory,
    "organisations.benchkind": make.BenchKindFactory,
    "organisations.changeevent": lambda: ChangeEvent.objects.create(kind="merger", description="Voorbeeld"),
    "organisations.classification": lambda: Classification.objects.create(slug="overleg", label="Overleg"),
    "organisations.membership": make.PersonMembershipFactory,
    "organisations.milestone": make.MilestoneFactory,
    "organisations.person": make.PersonFactory,
    "organisations.relation": relation,
    "organisations.relationtype": relation_type,
    "organisations.role": make.RoleFactory,
    "organisations.seating": lambda: Seating.objects.get(pk=make.OrganizationContentFactory().organization_id),
    "organisations.theme": make.ThemeFactory,
    "pictures.picture": make.press_picture,
    "press.boilerplate": make.BoilerplateFactory,
    "press.fact": make.PressFactFactory,
    "press.presscontact": make.PressContactFactory,
    "redirects.redirect": lambda: Redirect.objects.create(
        site=Site.objects.get_current(), old_path="/oud/", new_path="/x/"
    ),
    "regions.region": region,
    "sites.site": Site.objects.get_current,
}


def build():
    """`objects` by label; of what has versions the drafts, locked by another; `versions` by label and state."""
    objects, versions = {label: maker() for label, maker in MAKERS.items()}, {}
    for label, maker in VERSIONED.items():
        for state in STATES:
            content = maker(state)
            versions[label, state] = Version.objects.get_for_content(content)
            if state == "draft":
                objects[label] = content
                Version.objects.filter(pk=versions[label, state].pk).update(locked_by=content.versions.get().created_by)
        grouper = versions[label, "published"].grouper
        objects[grouper._meta.label_lower] = grouper
    objects["djangocms_alias.category"] = objects["djangocms_alias.aliascontent"].alias.category
    page = versions["cms.pagecontent", "draft"].content
    placeholder = page.get_placeholders()[0]
    objects["cms.placeholder"] = placeholder
    plugins = {
        "text": add_plugin(placeholder, "TextPlugin", "nl", body="<p>Tekst</p>"),
        "alias": add_plugin(placeholder, "Alias", "nl", alias=objects["djangocms_alias.alias"]),
    }
    document = versions["documents.documentcontent", "draft"].content
    file = make.add_file(document, make.pdf_bytes(), "brief.pdf")
    plan = make.plan(make.NewsContentFactory(), minutes=60, by=make.author())
    return SimpleNamespace(objects=objects, versions=versions, plugins=plugins, file=file, plan=plan)


def content_type_of(obj):
    return ContentType.objects.get_for_model(obj).pk
