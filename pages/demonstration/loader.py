"""Put the demonstration content into an empty site: as an editor would, with versions that are published."""

from datetime import date
from pathlib import Path

from cms.api import add_plugin, create_page
from cms.models import Page
from django.contrib.auth import get_user_model
from django.contrib.sites.models import Site
from django.core.files import File
from django.db import transaction
from django.utils import timezone
from djangocms_versioning.models import Version

from documents.formats import inspect
from documents.models import Document, DocumentContent, DocumentFile
from news.models import Attachment, NewsContent, NewsItem, Quotation
from organisations.models import (
    ContactPoint,
    ExternalLink,
    Organization,
    OrganizationContent,
    Relation,
    RelationType,
)
from pictures.models import Picture
from regions.models import Region

from . import areas, milestones, press, projects, seats, sorts
from . import content as texts

FOLDER = Path(__file__).parent
LANGUAGE = "nl"


@transaction.atomic
def load():
    """Load everything into the current site; return False, and touch nothing, where it has content."""
    site = Site.objects.get_current()
    if has_content(site):
        return False
    Loader(site).load()
    return True


def has_content(site):
    models = (NewsItem, Document, Organization)
    return Page.objects.filter(site=site).exists() or any(m.objects.filter(sites=site).exists() for m in models)


class Loader:
    def __init__(self, site, account="demonstratie"):
        self.site = site
        # The versions need an author; this account cannot log in.
        self.author, created = get_user_model().objects.get_or_create(
            username=account, defaults={"is_active": False, "first_name": account.capitalize()}
        )
        if created:
            self.author.set_unusable_password()
            self.author.save()

    def load(self):
        if self.site.domain == "example.com":
            self.site.domain, self.site.name = "limburg.example.org", texts.REGION["name"]
            self.site.save()
        if not Region.objects.filter(site=self.site).exists():
            Region.objects.create(site=self.site, **texts.REGION)
        self.pictures = {key: self.picture(**values) for key, values in texts.PICTURES.items()}
        self.bodies = {values["slug"]: self.organisation(**values) for values in texts.ORGANISATIONS}
        for values in texts.RELATIONS:
            self.relation(**values)
        self.documents = {values["slug"]: self.document(**values) for values in texts.DOCUMENTS}
        self.news = {values["slug"]: self.news_item(**values) for values in texts.NEWS}
        self.home(**texts.PAGES["home"])
        for slug in ("contact", "toegankelijkheid", "privacy"):
            self.page(slug, **texts.PAGES[slug])
        projects.load(self)
        sorts.load(self)
        areas.load(self)
        milestones.load(self)
        seats.load(self)
        press.load(self)

    def picture(self, file, alt, focal_point, caption="", **fields):
        with (FOLDER / "pictures" / file).open("rb") as data:
            return Picture.objects.create(
                file=File(data, name=file),
                original_filename=file,
                default_alt_text=alt,
                default_caption=caption,
                subject_location=",".join(str(int(n)) for n in focal_point),
                owner=self.author,
                **fields,
            )

    def organisation(self, slug, body, contact_points, links, status="", status_note="", **fields):
        grouper = self.grouper(Organization, slug)
        content = OrganizationContent.everything.create(organization=grouper, **fields)
        if status:
            content.statuses.create(status=status, note=status_note)
        for position, point in enumerate(contact_points):
            ContactPoint.objects.create(content=content, position=position, **point)
        for position, link in enumerate(links):
            ExternalLink.objects.create(content=content, position=position, **link)
        self.fill(content.body, body)
        self.publish(content)
        return grouper

    def relation(self, subject, type, object, source=""):
        Relation.objects.create(
            subject=self.bodies[subject],
            type=RelationType.objects.get(slug=type),
            object=self.bodies[object],
            source=source,
        )

    def document(self, slug, organisations, files, **fields):
        grouper = self.grouper(Document, slug)
        content = DocumentContent.everything.create(document=grouper, **fields)
        content.organisations.set(self.bodies[body] for body in organisations)
        for name in files:
            with (FOLDER / "files" / name).open("rb") as data:
                file = File(data, name=name)
                DocumentFile.objects.create(content=content, file=file, **inspect(file))
        self.publish(content)
        return grouper

    def news_item(self, slug, date, body, quotations, picture, organisations, documents, photos=(), **fields):
        grouper = self.grouper(NewsItem, slug)
        content = NewsContent.everything.create(
            news_item=grouper, date=self.day(date), picture=self.pictures.get(picture), **fields
        )
        content.organisations.set(self.bodies[body] for body in organisations)
        for position, quotation in enumerate(quotations):
            Quotation.objects.create(content=content, position=position, **quotation)
        for position, document in enumerate(documents):
            Attachment.objects.create(content=content, position=position, document=self.documents[document])
        for position, photo in enumerate(photos):
            content.photos.create(position=position, picture=self.pictures[photo])
        self.fill(content.body, body)
        self.publish(content)
        return grouper

    def home(self, title, menu_title, description, welcome, bodies_heading, news_heading):
        page = self.create_page(title, "pages/home.html", "home", menu_title, description, in_navigation=False)
        with transaction.atomic():
            page.set_as_homepage()
        place = self.place(page)
        featured = self.news[texts.FEATURED]
        add_plugin(place, "FeaturedPlugin", LANGUAGE, heading="In de kijker", news_item=featured)
        add_plugin(place, "TextPlugin", LANGUAGE, body=welcome)
        bodies = add_plugin(place, "BodiesPlugin", LANGUAGE, heading=bodies_heading)
        main = [b for slug, b in self.bodies.items() if slug != "pom-limburg"]
        bodies.organisations.set(main)
        add_plugin(place, "LatestNewsPlugin", LANGUAGE, heading=news_heading, count=3)
        self.publish_page(page)

    def page(self, slug, title, description, body, menu_title="", in_navigation=None, **options):
        """A published page; `in_navigation` is for the contact page alone where nothing is said."""
        in_navigation = slug == "contact" if in_navigation is None else in_navigation
        page = self.create_page(title, "pages/page.html", slug, menu_title, description, in_navigation, **options)
        self.fill(self.place(page), body)
        self.publish_page(page)
        return page

    def create_page(self, title, template, slug, menu_title, description, in_navigation, parent=None):
        page = create_page(
            title,
            template,
            LANGUAGE,
            slug=slug,
            menu_title=menu_title or None,
            meta_description=description,
            created_by=self.author,
            site=self.site,
            in_navigation=in_navigation,
            parent=parent,
        )
        self.content_of(page).rescan_placeholders()
        return page

    def content_of(self, page):
        return page.pagecontent_set(manager="admin_manager").latest_content().get()

    def place(self, page):
        return self.content_of(page).placeholders.get(slot="content")

    def publish_page(self, page):
        Version.objects.get_for_content(self.content_of(page)).publish(self.author)

    def fill(self, placeholder, blocks):
        """Make the plugins of `blocks`, in their order."""
        for kind, *values in blocks:
            getattr(self, f"add_{kind}")(placeholder, *values)

    def add_text(self, placeholder, html):
        add_plugin(placeholder, "TextPlugin", LANGUAGE, body=html)

    def add_quote(self, placeholder, text, speaker, role, source):
        add_plugin(placeholder, "QuotePlugin", LANGUAGE, text=text, speaker=speaker, role=role, source=source)

    def add_facts(self, placeholder, heading, rows):
        block = add_plugin(placeholder, "FactsPlugin", LANGUAGE, heading=heading)
        for position, (label, value, source) in enumerate(rows):
            block.rows.create(position=position, label=label, value=value, source=source)

    def add_links(self, placeholder, heading, rows):
        block = add_plugin(placeholder, "LinksPlugin", LANGUAGE, heading=heading)
        for position, (name, url) in enumerate(rows):
            block.rows.create(position=position, name=name, url=url)

    def add_bodies(self, placeholder, heading, slugs):
        block = add_plugin(placeholder, "BodiesPlugin", LANGUAGE, heading=heading)
        block.organisations.set(self.bodies[slug] for slug in slugs)

    def add_contact(self, placeholder, heading, slug):
        add_plugin(placeholder, "ContactPlugin", LANGUAGE, heading=heading, organisation=self.bodies[slug])

    def add_news(self, placeholder, heading, count):
        add_plugin(placeholder, "LatestNewsPlugin", LANGUAGE, heading=heading, count=count)

    def grouper(self, model, slug):
        grouper = model.objects.create(slug=slug)
        grouper.sites.add(self.site)
        return grouper

    def publish(self, content):
        Version.objects.create(content=content, created_by=self.author).publish(self.author)

    @staticmethod
    def day(text):
        return timezone.localdate() if text == "today" else date.fromisoformat(text)
