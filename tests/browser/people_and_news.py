"""Run as a program: adds to the site in DATA_DIR who logs in, enough news for a second page, and releases.

They stand on the second site. The first one has of them what none of its lists shows: a release under embargo and one
that was withdrawn.
"""

import datetime
import json

import django
from django.core.files.base import ContentFile

# Who looks at the pages for staff, and who chooses a new password.
STAFF, OWNER, PASSWORD = "kijker@example.org", "eigenaar@example.org", "een-lang-wachtwoord-voor-de-test"
WITHDRAWN = "/nieuws/voorbeeld-ingetrokken/"
SECOND = "vlaams-brabant"
NEWS = 45  # three pages
LONG_AGO = datetime.date(2015, 2, 6)
UNTIL = datetime.datetime(2031, 2, 6, 9, 0, tzinfo=datetime.UTC)


def add():
    """Return the paths that only their addressee knows: `password` to choose one, `embargo` to a release."""
    from django.contrib.auth import get_user_model
    from django.contrib.sites.models import Site

    from regions.models import Region
    from tests.factories import NewsContentFactory

    accounts = get_user_model().objects
    looker = accounts.create_superuser(STAFF, STAFF, PASSWORD)
    site = Region.objects.get(slug=SECOND).site
    for number in range(NEWS):
        title, date = f"Voorbeeld {number + 1}", datetime.date(2016, 1, 1) + datetime.timedelta(number)
        NewsContentFactory(title=title, date=date, state="published", news_item__sites=[site])
    corrected_release(site)
    both = list(Site.objects.all())
    withdrawn_release(both)
    owner = accounts.create_user(OWNER, OWNER, PASSWORD, is_staff=True)
    return {"password": password_link(owner), "embargo": embargo_link(release_under_embargo(both, looker), looker)}


def release(slug, sites, **fields):
    """A draft with all that a release can have."""
    from regions.models import Region
    from tests.factories import (
        BoilerplateFactory,
        DocumentContentFactory,
        NewsContentFactory,
        OrganizationContentFactory,
        add_file,
        image_bytes,
        press_picture,
        printed_pdf_bytes,
    )

    body = OrganizationContentFactory(name=f"Voorbeeld van een orgaan bij {slug}", state="published")
    body.organization.sites.set([Region.objects.get(slug=SECOND).site])
    BoilerplateFactory(organization=body.organization, start=LONG_AGO)
    content = NewsContentFactory(
        kind="press_release",
        title="Voorbeeld van een persbericht",
        place="Voorbeeldgemeente",
        lead="Een voorbeeld van een zin die zegt wat er gebeurt.",
        notes_to_editors="Een voorbeeld van een nota aan de redactie.",
        news_item__slug=slug,
        news_item__sites=sites,
        **{"date": LONG_AGO} | fields,
    )
    content.organisations.add(body.organization)
    content.quotations.create(text="Een voorbeeld van een citaat.", speaker="Voorbeeldnaam", role="voorzitter")
    for name in ("heide", "mijn"):
        file = ContentFile(image_bytes(2000, 1300), name=f"{name}.png")
        picture = press_picture(original_filename=f"{name}.png", default_alt_text="Een paars vlak", file=file)
        content.photos.create(picture=picture)
    document = DocumentContentFactory(title=f"Voorbeeld van een bijlage bij {slug}", document__sites=sites)
    add_file(document, printed_pdf_bytes("Een voorbeeld", "van twee bladzijden"), "voorbeeld.pdf")
    content.attachments.create(document=document.document)
    return content, document


def corrected_release(site):
    """Without its attachment: this site has the empty list of documents."""
    content, _ = release("voorbeeld-persbericht", [site])
    publish(content)
    content.news_item.corrections.create(
        wrong="Een voorbeeld van wat er fout was.", right="Een voorbeeld van wat juist is.", date=LONG_AGO
    )
    content.news_item.corrections.create(kind="change", right="Een voorbeeld van wat veranderde.", date=LONG_AGO)


def withdrawn_release(sites):
    from news.models import Withdrawal

    content, _ = release("voorbeeld-ingetrokken", sites)
    publish(content)
    content.versions.get().unpublish(content.versions.get().created_by)
    Withdrawal.objects.create(news_item=content.news_item, reason="Een voorbeeld van een reden.", date=LONG_AGO)


def release_under_embargo(sites, user):
    from news.embargo import put_under_embargo

    content, document = release("voorbeeld-embargo", sites, date=UNTIL.date())
    put_under_embargo(content.news_item, UNTIL, user)
    publish(document, content)
    return content.news_item


def publish(*contents):
    for content in contents:
        version = content.versions.get()
        version.publish(version.created_by)


def embargo_link(item, user):
    from django.urls import reverse

    from press.invitations import invite

    _, token = invite(item, user, name="Voorbeeldjournalist", email="pers@example.org", expires_at=UNTIL)
    return reverse("press:entrance", args=(token,))


def password_link(owner):
    from django.urls import reverse
    from django.utils.encoding import force_bytes
    from django.utils.http import urlsafe_base64_encode

    from accounts.links import password_tokens

    uid = urlsafe_base64_encode(force_bytes(owner.pk))
    return reverse("password_reset_confirm", args=(uid, password_tokens.make_token(owner)))


if __name__ == "__main__":
    django.setup()
    print(json.dumps(add()))
