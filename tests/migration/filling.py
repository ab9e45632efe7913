"""What a landed site is filled with besides the demonstration: every state, and what editors did meanwhile.

It runs in a checkout of the landed code, with the factories of that checkout.
"""

import io
import sys
from pathlib import Path

SMALL = 96  # px, the width of the pictures that are kept


def shrink(folder):
    """Make the demonstration's own files small before they are loaded: the kept state has to fit in git."""
    from PIL import Image

    from tests.factories import pdf_bytes, pptx_bytes

    for number, path in enumerate(sorted(folder.glob("files/*.pdf")), start=1):
        path.write_bytes(pdf_bytes(number))
    for path in folder.glob("files/*.pptx"):
        path.write_bytes(pptx_bytes())
    for path in folder.glob("pictures/*.jpg"):
        with Image.open(path) as image:
            image.thumbnail((SMALL, SMALL))
            small = io.BytesIO()
            image.save(small, "JPEG", quality=60)
        path.write_bytes(small.getvalue())


def fill():
    editor = a_person()
    body = bodies()
    documents(editor, body)
    news(body)
    pages()


def a_person():
    from django.contrib.auth.models import Group

    from tests.factories import UserFactory

    user = UserFactory(username="an@example.org", email="an@example.org", first_name="An")
    user.set_password("heide-mijn-bloesem-maas")
    user.save()
    user.groups.add(Group.objects.get(name="Redacteur"))
    return user


def bodies():
    """One of each state; a published one changed its address twice, and has a draft that nobody saw."""
    from django.contrib.sites.models import Site

    from tests.factories import STATES, OrganizationContentFactory

    for state in STATES:
        OrganizationContentFactory(name=f"Orgaan in staat {state}", state=state, organization__slug=f"orgaan-{state}")
    content = OrganizationContentFactory(name="Verhuisd", state="published", organization__slug="verhuisd-1")
    content.contact_points.create(label="Algemeen", email="info@example.org")
    content.external_links.create(name="Zonder adres")
    for number in (2, 3):
        content.organization.slug = f"verhuisd-{number}"
        content.organization.save()
    elsewhere = Site.objects.create(domain="elders.example.org", name="Elders")
    OrganizationContentFactory(name="Elders", state="published").organization.sites.set([elsewhere])
    draft = content.versions.get().copy(content.versions.get().created_by)
    draft.content.name = "Nog niet zo genoemd"
    draft.content.save()
    return content.organization


def documents(editor, body):
    """One of each state with a file, one outside of its window, one that is published and has a draft."""
    from datetime import timedelta

    from django.utils import timezone

    from tests.factories import STATES, DocumentContentFactory, add_file, pdf_bytes

    for number, state in enumerate(STATES):
        content = DocumentContentFactory(title=f"Document in staat {state}", document__slug=f"document-{state}")
        content.organisations.add(body)
        add_file(content, pdf_bytes(number + 3), "x.pdf")
        change_state(content, state)
    past = timezone.now() - timedelta(days=1)
    content = DocumentContentFactory(document__slug="voorbij", title="Voorbij", visible_until=past)
    add_file(content, pdf_bytes(7), "x.pdf")
    change_state(content, "published")
    published = content.document.contents(manager="everything").get()
    published.versions.get().copy(editor)


def change_state(content, state):
    from djangocms_versioning.models import Version

    from tests.factories import bring_to

    bring_to(state, Version.objects.get_for_content(content))


def news(body):
    from documents.models import Document
    from tests.factories import STATES, NewsContentFactory, PictureFactory

    for state in STATES:
        content = NewsContentFactory(
            title=f"Bericht in staat {state} – ‘één’ & €", state=state, news_item__slug=f"bericht-{state}"
        )
        content.organisations.add(body)
        content.quotations.create(text="Iets […] dat gezegd werd.", speaker="Iemand")
        content.attachments.create(document=Document.objects.get(slug=f"document-{state}"))
    content.picture = PictureFactory(credit="Iemand")
    content.save()


def pages():
    """A page with a shared block and blocks of every kind that has rows, another below it that moved, a draft."""
    from cms.api import add_plugin
    from djangocms_alias.models import Alias, AliasContent, Category
    from djangocms_versioning.models import Version

    from tests.factories import PictureFactory, author, cms_page

    alias = Alias.objects.create(category=Category.objects.create(name="Gedeeld"))
    shared = AliasContent.objects.with_user(author()).create(alias=alias, name="Gedeeld blok", language="nl")
    add_plugin(shared.placeholder, "TextPlugin", "nl", body="<p>Gedeelde tekst</p>")
    add_plugin(shared.placeholder, "PicturePlugin", "nl", picture=PictureFactory())
    Version.objects.get_for_content(shared).publish(author())

    above = cms_page("Met blokken", slug="met-blokken")
    place = above.placeholders.get(slot="content")
    add_plugin(place, "Alias", "nl", alias=alias)
    add_plugin(place, "FactsPlugin", "nl", heading="Feiten").rows.create(label="Jaar", value="2017")
    add_plugin(place, "LinksPlugin", "nl", heading="Koppelingen").rows.create(name="Zonder adres")
    add_plugin(place, "QuotePlugin", "nl", text="Gezegd.", speaker="Iemand")
    change_state(above, "published")
    below = cms_page("Verhuisde pagina", slug="oud", parent=above.page, state="published")
    draft = Version.objects.get_for_content(below).copy(author())
    draft.content.slug = "nieuw"
    draft.content.save()
    draft.publish(author())
    cms_page("Nog een concept", slug="concept")


if __name__ == "__main__":
    sys.path[0] = str(Path.cwd())
    import django

    django.setup()
    if sys.argv[1] == "shrink":
        shrink(Path("pages/demonstration"))
    else:
        fill()
