"""Content with valid defaults. A state is given as `state="published"`; the default is a draft."""

import datetime
import io

import factory
from cms.api import create_page
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.sites.models import Site
from django.core.files.base import ContentFile
from django.utils import timezone
from djangocms_versioning.constants import ARCHIVED, DRAFT, PUBLISHED, UNPUBLISHED
from djangocms_versioning.models import Version
from factory.django import DjangoModelFactory
from PIL import Image

from accounts.workplaces.sites import settle
from documents.formats import inspect
from documents.models import Document, DocumentContent, DocumentFile
from news.models import NewsContent, NewsItem
from organisations.models import (
    Area,
    AreaChange,
    Bench,
    BenchKind,
    Membership,
    Milestone,
    Organization,
    OrganizationContent,
    Person,
    Role,
    Theme,
)
from pictures.copies import make_copies_of_row
from pictures.models import Picture
from press.models import Boilerplate, Fact, PressContact
from projects.models import Project, ProjectContent
from publication.models import PublicationSchedule

STATES = (DRAFT, PUBLISHED, UNPUBLISHED, ARCHIVED)


class UserFactory(DjangoModelFactory):
    class Meta:
        model = get_user_model()
        django_get_or_create = ("username",)
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"medewerker{n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")
    is_staff = True

    @factory.post_generation
    def roles(self, create, extracted, **kwargs):
        """The names of the groups that the account is in."""
        if extracted:
            self.groups.set([Group.objects.get(name=name) for name in extracted])

    @factory.post_generation
    def works_on(self, create, extracted, **kwargs):
        """The sites of the account; all of them where nothing is said."""
        settle(self, extracted or [], every_site=extracted is None)


def author():
    return UserFactory(username="auteur", is_active=False)


class GrouperFactory(DjangoModelFactory):
    class Meta:
        abstract = True
        skip_postgeneration_save = True

    @factory.post_generation
    def sites(self, create, extracted, **kwargs):
        self.sites.set([Site.objects.get_current()] if extracted is None else extracted)


class ContentFactory(DjangoModelFactory):
    """Makes the row and its version, and brings the version to `state`."""

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    @classmethod
    def _create(cls, model_class, *args, state=DRAFT, created_by=None, **kwargs):
        content = model_class.everything.create(*args, **kwargs)
        bring_to(state, Version.objects.create(content=content, created_by=created_by or author()))
        return content


def bring_to(state, version):
    assert state in STATES
    user = version.created_by
    if state in (PUBLISHED, UNPUBLISHED):
        version.publish(user)
    if state == UNPUBLISHED:
        version.unpublish(user)
    if state == ARCHIVED:
        version.archive(user)
    return version


class OrganizationFactory(GrouperFactory):
    class Meta:
        model = Organization

    slug = factory.Sequence(lambda n: f"orgaan-{n}")


class OrganizationContentFactory(ContentFactory):
    class Meta:
        model = OrganizationContent

    organization = factory.SubFactory(OrganizationFactory)
    name = factory.Sequence(lambda n: f"Orgaan {n}")
    summary = "Een voorbeeld van een orgaan."


class TermFactory(DjangoModelFactory):
    class Meta:
        abstract = True
        django_get_or_create = ("slug",)

    slug = factory.Sequence(lambda n: f"term-{n}")
    label = factory.LazyAttribute(lambda term: term.slug)


class BenchKindFactory(TermFactory):
    class Meta:
        model = BenchKind


class RoleFactory(TermFactory):
    class Meta:
        model = Role


class ThemeFactory(TermFactory):
    class Meta:
        model = Theme


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    name = factory.Sequence(lambda n: f"Voorbeeldpersoon {n}")


class BenchFactory(DjangoModelFactory):
    class Meta:
        model = Bench

    organization = factory.SubFactory(OrganizationFactory)
    kind = factory.SubFactory(BenchKindFactory)
    seats = 8


class PersonMembershipFactory(DjangoModelFactory):
    """A person in a role."""

    class Meta:
        model = Membership
        skip_postgeneration_save = True

    body = factory.SubFactory(OrganizationFactory)
    person = factory.SubFactory(PersonFactory)
    role = factory.SubFactory(RoleFactory)


class BodyMembershipFactory(DjangoModelFactory):
    """A body that holds seats in another."""

    class Meta:
        model = Membership
        skip_postgeneration_save = True

    body = factory.SubFactory(OrganizationFactory)
    member = factory.SubFactory(OrganizationFactory)

    @factory.post_generation
    def shared_with(self, create, extracted, **kwargs):
        self.shared_with.set(extracted or [])


class AreaFactory(DjangoModelFactory):
    class Meta:
        model = Area
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"gemeente-{n}")
    name = factory.Sequence(lambda n: f"Gemeente {n}")

    @factory.post_generation
    def sites(self, create, extracted, **kwargs):
        self.sites.set([Site.objects.get_current()] if extracted is None else extracted)


class AreaChangeFactory(DjangoModelFactory):
    class Meta:
        model = AreaChange
        skip_postgeneration_save = True

    date = "2019-01-01"

    @factory.post_generation
    def originals(self, create, extracted, **kwargs):
        self.originals.set(extracted or [])

    @factory.post_generation
    def results(self, create, extracted, **kwargs):
        self.results.set(extracted or [])


class MilestoneFactory(DjangoModelFactory):
    class Meta:
        model = Milestone
        skip_postgeneration_save = True

    date = "2004-05-07"
    title = factory.Sequence(lambda n: f"Feit {n}")
    source = "Voorbeeldbron"

    @factory.post_generation
    def sites(self, create, extracted, **kwargs):
        self.sites.set([Site.objects.get_current()] if extracted is None else extracted)

    @factory.post_generation
    def organisations(self, create, extracted, **kwargs):
        self.organisations.set(extracted or [])


class DocumentFactory(GrouperFactory):
    class Meta:
        model = Document

    slug = factory.Sequence(lambda n: f"document-{n}")


class DocumentContentFactory(ContentFactory):
    class Meta:
        model = DocumentContent

    document = factory.SubFactory(DocumentFactory)
    title = factory.Sequence(lambda n: f"Document {n}")
    type = "advies"
    date = datetime.date(2017, 2, 6)


class ProjectFactory(GrouperFactory):
    class Meta:
        model = Project

    slug = factory.Sequence(lambda n: f"project-{n}")


class ProjectContentFactory(ContentFactory):
    class Meta:
        model = ProjectContent

    project = factory.SubFactory(ProjectFactory)
    title = factory.Sequence(lambda n: f"Project {n}")
    aim = "Waarvoor het project dient, in een zin."


class NewsItemFactory(GrouperFactory):
    class Meta:
        model = NewsItem

    slug = factory.Sequence(lambda n: f"bericht-{n}")


class NewsContentFactory(ContentFactory):
    class Meta:
        model = NewsContent

    news_item = factory.SubFactory(NewsItemFactory)
    title = factory.Sequence(lambda n: f"Bericht {n}")
    date = factory.LazyFunction(timezone.localdate)
    lead = "Wat er gebeurde, in een zin."


def image_bytes(width=640, height=420, format="PNG", color="#6b2d73"):
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), color).save(buffer, format)
    return buffer.getvalue()


class PictureFactory(DjangoModelFactory):
    class Meta:
        model = Picture

    original_filename = "heide.png"
    file = factory.LazyFunction(lambda: ContentFile(image_bytes(), name="heide.png"))
    default_alt_text = "Paarse heide"

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        """With its copies, which are made when a transaction ends; those of most tests never do."""
        picture = super()._create(model_class, *args, **kwargs)
        make_copies_of_row(model_class, picture.pk)
        shown = model_class.objects.values_list("copied", "copied_sha1").get(pk=picture.pk)
        picture.copied, picture.copied_sha1 = shown
        return picture


def press_picture(**fields):
    """A picture with all that the press needs, free to reuse."""
    complete = {
        "default_caption": "Heide in bloei.",
        "who_and_where": "Voorbeeld, op de heide.",
        "made_on": datetime.date(2017, 2, 6),
        "credit": "Voorbeeldfotograaf",
        "licence": "CC-BY-4.0",
        "reusable": True,
    }
    return PictureFactory(**complete | fields)


def pdf_bytes(pages=1):
    """A pdf of white pages."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        pdf.new_page(595, 842)
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def printed_pdf_bytes(*pages):
    """A pdf with a line of text on each page."""
    import ctypes

    import pypdfium2
    import pypdfium2.raw as pdfium

    pdf = pypdfium2.PdfDocument.new()
    for words in pages:
        page = pdf.new_page(595, 842)
        line = pdfium.FPDFPageObj_NewTextObj(pdf, b"Helvetica", 14)
        letters = (words + "\0").encode("utf-16-le")
        pdfium.FPDFText_SetText(line, ctypes.cast(letters, pdfium.FPDF_WIDESTRING))
        pdfium.FPDFPageObj_Transform(line, 1, 0, 0, 1, 70, 770)
        pdfium.FPDFPage_InsertObject(page, line)
        page.gen_content()
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def pptx_bytes(slides=1):
    from pptx import Presentation

    deck = Presentation()
    for number in range(slides):
        deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = f"Dia {number + 1}"
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def add_file(content, data, name):
    file = ContentFile(data, name=name)
    return DocumentFile.objects.create(content=content, file=file, **inspect(file))


def cms_page(title="Pagina", slug=None, state=DRAFT, template="pages/page.html", **kwargs):
    """A page of the CMS, and its content in the language of the site."""
    page = create_page(title, template, "nl", slug=slug, created_by=author(), site=Site.objects.get_current(), **kwargs)
    content = page.pagecontent_set(manager="admin_manager").latest_content().get()
    content.rescan_placeholders()
    bring_to(state, Version.objects.get_for_content(content))
    return content


class PressContactFactory(DjangoModelFactory):
    class Meta:
        model = PressContact

    site = factory.LazyFunction(Site.objects.get_current)
    name = "Voorbeeld perscontact"
    telephone = "011 00 00 00"
    start = datetime.date(2017, 1, 1)


class BoilerplateFactory(DjangoModelFactory):
    class Meta:
        model = Boilerplate

    organization = factory.SubFactory(OrganizationFactory)
    text = "Een voorbeeld van een orgaan, in een alinea."
    start = datetime.date(2017, 1, 1)


class PressFactFactory(DjangoModelFactory):
    class Meta:
        model = Fact

    organization = factory.SubFactory(OrganizationFactory)
    label = factory.Sequence(lambda n: f"Cijfer {n}")
    value = "12"
    known_on = "2017"
    source = "Voorbeeldbron"


def version_of(content):
    return Version.objects.get(object_id=content.pk, content_type__model=content._meta.model_name)


def plan(content, act="publish", minutes=-1, **fields):
    """What is planned for `content`, in so many `minutes` from now; the past is due."""
    by = fields.pop("by", None) or UserFactory(is_superuser=True)
    moment = timezone.now() + datetime.timedelta(minutes=minutes)
    return PublicationSchedule.objects.create(
        version=version_of(content), title=str(content), act=act, moment=moment, scheduled_by=by, **fields
    )
