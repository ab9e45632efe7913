"""The mails to staff as messages: their words, in plain text and in our look, and their headers."""

from email.utils import formataddr, make_msgid, parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.encoding import punycode
from django.utils.translation import get_language, gettext

from .links import invitation_tokens, link_context, password_tokens


def invitation(account, inviter):
    """With a link to choose a first password; `inviter` is None where somebody asked for it anew."""
    context = link_context(account, "accept_invitation", invitation_tokens) | {
        "inviter": inviter and (inviter.get_full_name() or inviter.get_username())
    }
    subject = gettext("Your account for the website of %(site)s") % {"site": context["site_name"]}
    return letter("accounts/mail/invitation", subject, account, context)


def password_link(account):
    context = link_context(account, "password_reset_confirm", password_tokens)
    subject = gettext("A new password for the website of %(site)s") % {"site": context["site_name"]}
    return letter("accounts/mail/password_link", subject, account, context)


def letter(name, subject, recipient, context):
    """To `recipient.email`, with the words of the templates `name`.txt and .html.

    The text says everything; the HTML says it again for who sees it. Subjects stay on one line (RFC 5322).
    """
    subject = " ".join(subject.split())
    context |= {"subject": subject}
    message = EmailMultiAlternatives(
        subject,
        render_to_string(f"{name}.txt", context),
        from_email=sender(context["site_name"]),
        to=[recipient.email],
        reply_to=[settings.EMAIL_REPLY_TO] if settings.EMAIL_REPLY_TO else None,
        headers=headers(context["origin"]),
    )
    message.attach_alternative(render_to_string(f"{name}.html", context), "text/html")
    return message


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
        "Message-ID": make_msgid(domain=f"[IPv6:{host}]" if ":" in host else host),
    }
