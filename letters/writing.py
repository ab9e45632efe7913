"""A letter from the words of two templates: in plain text and in our look, with its headers."""

from email.utils import formataddr, make_msgid, parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.encoding import punycode
from django.utils.translation import get_language

from .models import Letter
from .secrets import secrets_of


def letter(name, subject, recipient, context):
    """To `recipient.email`, with the words of the templates `name`.txt and .html. For `letters.sending.post`.

    The text says everything; the HTML says it again for who sees it. Subjects stay on one line (RFC 5322). `context`
    has the "site" that the letter belongs to, or None, and names the one that writes ("site_name") and its origin; a
    link that nobody else may know is a `SecretLink`.
    """
    subject = " ".join(subject.split())
    context |= {"subject": subject}
    return Letter(
        site=context["site"],
        recipient=recipient.email,
        subject=subject,
        sender=sender(context["site_name"]),
        reply_to=settings.EMAIL_REPLY_TO,
        headers=headers(context["origin"]),
        text=render_to_string(f"{name}.txt", context),
        html=render_to_string(f"{name}.html", context),
        secrets=secrets_of(context),
    )


def sender(site_name):
    """EMAIL_FROM with our name before it, unless it has one already."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return formataddr((name or " ".join(site_name.split()), address))


def headers(origin):
    host = punycode(urlsplit(origin).hostname or "localhost")
    return {
        # No absence note comes back for it (RFC 3834, 5).
        "Auto-Submitted": "auto-generated",
        "Content-Language": get_language() or settings.LANGUAGE_CODE,
        # Otherwise it names the machine that we run on. An address in numbers stands in brackets (RFC 5321, 4.1.3).
        # Made once: a mail that two attempts brought is known by it.
        "Message-ID": make_msgid(domain=f"[IPv6:{host}]" if ":" in host else host),
    }
