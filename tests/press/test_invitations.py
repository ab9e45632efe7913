"""Journalists read a release before the end of its embargo, by a personal link."""

import datetime
import io
import logging
import re
import zipfile

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from letters.sending import deliver_due
from limburg_site.log_lines import masked
from news.embargo import end_embargo, put_under_embargo
from press.models import Access, Invitation
from tests.factories import (
    DocumentContentFactory,
    NewsContentFactory,
    PictureFactory,
    UserFactory,
    add_file,
    pdf_bytes,
)

pytestmark = pytest.mark.django_db

FAR = {"expires_at_0": "06-02-2031", "expires_at_1": "10:00"}


@pytest.fixture
def editor():
    return UserFactory(roles=["Eindredacteur"])


def a_release(editor, slug="plan"):
    content = NewsContentFactory(
        kind="press_release", news_item__slug=slug, title=f"Het {slug}", picture=PictureFactory()
    )
    document = DocumentContentFactory(document__slug=f"{slug}-cijfers")
    add_file(document, pdf_bytes(), "cijfers.pdf")
    content.attachments.create(document=document.document)
    put_under_embargo(content.news_item, timezone.now() + datetime.timedelta(hours=1), editor)
    for row in (document, content):
        row.versions.get().publish(editor)
    return content


@pytest.fixture
def release(editor):
    return a_release(editor)


def screen(content):
    return reverse("press-invitations", args=(content.news_item_id,))


def invite(client, editor, content, name="Voorbeeldjournalist", **values):
    """The path of the link that was sent to them."""
    client.force_login(editor)
    email = f"{name.lower().replace(' ', '.')}@example.org"
    answer = client.post(screen(content), {"invite": "1", "name": name, "email": email} | FAR | values)
    assert answer.status_code == 302, answer.content.decode()
    client.logout()
    deliver_due()
    [link] = re.findall(r"^https?://\S+?(/pers/embargo/\w+/)$", mail.outbox[-1].body, re.MULTILINE)
    return link


def opened(client, link):
    """What the click leads to."""
    return client.post(link, follow=True)


def kinds():
    return list(Access.objects.order_by("pk").values_list("kind", "subject"))


def test_the_link_opens_the_release_with_its_files_and_pictures(client, editor, release):
    link = invite(client, editor, release)

    page = opened(client, link)
    text = page.content.decode()

    assert "Het plan" in text
    assert "Onder embargo tot" in text
    files = re.findall(rf'href="({link}[^"]+)"', text)
    pictures = re.findall(rf"({link}beeld/[^\s,\"]+)", text)
    assert files == [f"{link}plan-cijfers.pdf", f"{link}persmap.zip"]
    assert pictures
    for address in (*files, *pictures):
        answer = client.get(address)
        assert answer.status_code == 200
        assert "no-store" in answer["Cache-Control"]
    assert b"".join(client.get(files[0])).startswith(b"%PDF")
    assert "/nieuws/plan/" not in text
    assert "/documenten/" not in re.sub(r'href="/documenten/"', "", text)


def test_no_page_of_a_link_shows_the_link_itself(client, editor, release):
    """Also not on paper, which lies on desks: only where a file is fetched from."""
    link = invite(client, editor, release)

    for page in (client.get(link), opened(client, link)):
        shown = re.sub(rf'(?:href|src|srcset)="{link}[^"]*"', "", page.content.decode())
        assert re.search(r"/pers/embargo/\w", shown) is None


def test_the_link_gives_the_kit_as_it_will_be_and_says_so_to_the_editor(client, editor, release):
    link = invite(client, editor, release)

    assert client.head(f"{link}persmap.zip").status_code == 200
    assert kinds() == []
    with zipfile.ZipFile(io.BytesIO(b"".join(client.get(f"{link}persmap.zip")))) as kit:
        assert "plan/bijlagen/plan-cijfers.pdf" in kit.namelist()
        assert "Onder embargo tot" in kit.read("plan/plan.txt").decode()
        assert not any(link.encode() in kit.read(name) for name in kit.namelist())
    assert kinds() == [("kit", "")]
    assert client.get("/nieuws/plan/persmap.zip").status_code == 404

    Invitation.objects.update(revoked_at=timezone.now())
    assert client.get(f"{link}persmap.zip").status_code == 404


def test_no_page_of_a_link_is_kept_found_or_passed_on(client, editor, release):
    link = invite(client, editor, release)
    for answer in (
        client.get(link),
        client.post(link),
        client.get(f"{link}lezen/"),
        client.get(f"{link}plan-cijfers.pdf"),
        client.get(f"{link}persmap.zip"),
    ):
        assert "no-store" in answer["Cache-Control"]
        assert "noindex" in answer["X-Robots-Tag"]
        assert answer["Referrer-Policy"] == "no-referrer"
        assert not answer.cookies


def test_a_mail_scanner_opens_nothing(client, editor, release):
    link = invite(client, editor, release)

    for _time in range(3):
        page = client.get(link).content.decode()
        client.head(link)

    assert "plan" not in re.sub(r"<footer.*", "", page, flags=re.DOTALL).lower()
    assert kinds() == []
    opened(client, link)
    assert kinds() == [("opened", ""), ("read", "")]


def test_the_editor_sees_what_was_opened(client, editor, release):
    link = invite(client, editor, release)
    opened(client, link)
    client.get(f"{link}plan-cijfers.pdf")

    client.force_login(editor)
    page = client.get(screen(release)).content.decode()

    assert kinds()[-1] == ("file", "plan-cijfers.pdf")
    for words in ("Voorbeeldjournalist", "heeft de link geopend", "plan-cijfers.pdf"):
        assert words in page


def test_a_revoked_link_is_an_address_that_never_was(client, editor, release):
    kept, revoked = (invite(client, editor, release, name=name) for name in ("Eerste", "Tweede"))
    client.force_login(editor)
    client.post(screen(release), {"revoke": Invitation.objects.get(name="Tweede").pk})
    client.logout()

    never = client.get("/pers/embargo/abcdefghijklmnopqrstuvwx/")
    for address in (revoked, f"{revoked}lezen/", f"{revoked}plan-cijfers.pdf"):
        answer = client.get(address)
        assert (answer.status_code, answer.headers.get("X-Robots-Tag")) == (404, never.headers.get("X-Robots-Tag"))
    assert client.post(revoked).status_code == 404
    assert client.get(f"{kept}lezen/").status_code == 200


def test_an_expired_link_opens_nothing(client, editor, release):
    link = invite(client, editor, release)
    Invitation.objects.update(expires_at=timezone.now())

    assert {client.get(link).status_code, client.get(f"{link}lezen/").status_code} == {404}


def test_a_link_opens_its_own_release_alone(client, editor, release):
    link = invite(client, editor, release)
    other = a_release(editor, slug="geheim")

    assert client.get(f"{link}geheim-cijfers.pdf").status_code == 404
    assert client.get(f"{link}beeld/{other.picture_id}/320.jpg").status_code == 404
    assert client.get(f"{link}beeld/{release.picture_id}/321.jpg").status_code == 404
    assert client.get(f"{link}plan-cijfers.docx").status_code == 404
    assert client.get("/nieuws/plan/").status_code == client.get("/documenten/plan-cijfers/").status_code == 404


def test_after_the_embargo_the_link_leads_to_the_public_page(client, editor, release):
    link = invite(client, editor, release)
    end_embargo(release.news_item, editor)

    for address in (link, f"{link}lezen/", f"{link}plan-cijfers.pdf"):
        assert client.get(address, follow=True).redirect_chain == [("/nieuws/plan/", 302)]


def test_a_withdrawn_release_is_withdrawn_for_journalists_too(client, editor, release):
    link = invite(client, editor, release)
    release.versions.get().unpublish(editor)

    assert client.get(f"{link}lezen/").status_code == 404


def test_the_token_is_kept_nowhere(client, editor, release):
    link = invite(client, editor, release)
    token = link.split("/")[3]

    assert len(token) == 24
    assert token not in str(Invitation.objects.values())
    assert Invitation.objects.get().token_hash != token


def test_logs_hold_no_token(client, editor, release, caplog):
    token = invite(client, editor, release).split("/")[3]
    Invitation.objects.update(revoked_at=timezone.now())
    with caplog.at_level(logging.WARNING):
        client.get(f"/pers/embargo/{token}/lezen/")

    assert [r.getMessage() for r in caplog.records] == ["Not Found: /pers/embargo/(token)/lezen/"]
    assert token not in caplog.text
    assert masked("GET /pers/embargo/x HTTP") == "GET /pers/embargo/(token) HTTP"


@pytest.mark.parametrize("roles", [["Redacteur"], []])
def test_who_may_not_publish_invites_nobody(client, release, roles):
    user = UserFactory(roles=roles)
    client.force_login(user)

    assert client.get(screen(release)).status_code == 403
    assert client.post(screen(release), {"invite": "1", "name": "x", "email": "x@example.org"} | FAR).status_code == 403
    assert not Invitation.objects.exists()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"email": "geen adres"}, "geldig e-mailadres"),
        ({"expires_at_0": "06-02-2017"}, "Dit moment is voorbij"),
        ({"name": "Twee", "email": "voorbeeldjournalist@example.org"}, "heeft een link die werkt"),
    ],
)
def test_a_wrong_invitation_is_refused_with_a_sentence(client, editor, release, values, sentence):
    invite(client, editor, release)
    client.force_login(editor)

    answer = client.post(screen(release), {"invite": "1", "name": "Een", "email": "een@example.org"} | FAR | values)

    assert sentence in answer.content.decode()
    assert Invitation.objects.count() == 1


@pytest.mark.parametrize("key", ["x", "0", "99999999999999999999", ""])
def test_a_wrong_key_revokes_nothing(client, editor, release, key):
    invite(client, editor, release)
    client.force_login(editor)

    assert client.post(screen(release), {"revoke": key}).status_code == 404
    assert Invitation.objects.valid().count() == 1


def test_accesses_are_erased_after_ninety_days(client, editor, release):
    opened(client, invite(client, editor, release, name="Oud"))
    long_ago = timezone.now() - datetime.timedelta(days=91)
    Access.objects.update(at=long_ago)
    Invitation.objects.update(expires_at=long_ago)
    opened(client, invite(client, editor, release, name="Nieuw"))

    call_command("erase_press_accesses")

    assert kinds() == [("opened", ""), ("read", "")]
    assert [invitation.name for invitation in Invitation.objects.all()] == ["Nieuw"]
