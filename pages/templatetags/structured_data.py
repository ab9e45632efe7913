"""JSON-LD with schema.org, for machines that read pages. It is data: no browser runs it."""

import json

from django import template
from django.contrib.sites.shortcuts import get_current_site
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from news.changes import last_change
from news.models import Correction
from open_data.register import Register
from open_data.schema_org import table_links
from organisations.models import Area, OrganizationContent
from pages.cards import card_path
from publication.choices import Licence

register = template.Library()

# What would end the element or start a comment in it, as in Django's json_script.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def json_ld(data):
    """The element that carries `data`; what is empty is left out."""
    data = {"@context": "https://schema.org"} | {key: value for key, value in data.items() if value}
    text = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))


@register.simple_tag(takes_context=True)
def organization_data(context):
    region = context.get("region")
    if not region:
        return ""
    return json_ld(
        {
            "@type": "Organization",
            "@id": f"{context['origin']}/#organisatie",
            "name": region.name,
            "legalName": region.legal_name,
            "url": f"{context['origin']}/",
            "email": region.email,
            "telephone": region.telephone,
            "address": region.seat,
        }
    )


@register.simple_tag(takes_context=True)
def body_data(context, content):
    ngo = content.kind == OrganizationContent.Kind.ORGANISATION and "vzw" in content.legal_form
    register = Register(get_current_site(context["request"]), content.organization)
    return json_ld(
        {
            "@type": "NGO" if ngo else "Organization",
            "@id": register.addresses.body(content.organization),
            "name": content.name,
            "alternateName": content.full_name,
            "description": content.summary,
            "identifier": content.enterprise_number,
            "url": context["origin"] + content.get_absolute_url(),
        }
        | table_links(register)
    )


@register.simple_tag(takes_context=True)
def project_data(context, content, partners):
    """schema.org has Project for what organisations do together for a time."""
    origin = context["origin"]
    members = [
        {"@type": "Organization", "name": name} | ({"url": origin + url} if url else {}) for name, url, role in partners
    ]
    return json_ld(
        {
            "@type": "Project",
            "name": content.title,
            "alternateName": content.full_name,
            "description": content.aim,
            "identifier": content.number,
            "foundingDate": content.start,
            "dissolutionDate": content.end,
            "url": origin + content.get_absolute_url(),
            "member": members,
            "funder": {"@type": "Organization", "name": content.funder} if content.funder else "",
        }
    )


@register.simple_tag(takes_context=True)
def area_data(context, portrait):
    """A municipality is an AdministrativeArea; a sub-region governs nothing, and is a Place."""
    area, origin = portrait.area, context["origin"]
    administrative = {"@type": "AdministrativeArea"}
    kind = administrative if area.kind == Area.Kind.MUNICIPALITY else {"@type": "Place"}
    return json_ld(
        kind
        | {
            "name": area.name,
            "url": origin + area.get_absolute_url(),
            "containedInPlace": [administrative | {"name": place.whole.name} for place in portrait.provinces],
        }
    )


@register.simple_tag(takes_context=True)
def news_data(context, content, bodies):
    origin = context["origin"]
    return json_ld(
        {
            "@type": "NewsArticle",
            "headline": content.title,
            "description": content.lead,
            "datePublished": content.date.isoformat(),
            "dateline": content.dateline if content.is_release else "",
            "inLanguage": "nl",
            "url": origin + content.get_absolute_url(),
            "image": origin + card_path(context["request"].resolver_match, content.get_absolute_url()),
            "publisher": {"@id": f"{origin}/#organisatie"},
            "about": [
                {"@type": "Organization", "name": body.name, "url": origin + body.get_absolute_url()} for body in bodies
            ],
            "dateModified": last_change(content).date().isoformat(),
            "correction": [
                {
                    "@type": "CorrectionComment",
                    "text": " ".join(filter(None, (row.wrong, row.right))),
                    "datePublished": row.date.isoformat(),
                }
                for row in context["corrections"]
                if row.kind == Correction.Kind.CORRECTION
            ],
            "license": Licence(context["region"].data_licence).address if context.get("region") else "",
        }
    )


@register.simple_tag(takes_context=True)
def breadcrumb_data(context, crumbs):
    origin = context["origin"]
    return json_ld(
        {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": number, "name": str(title), "item": origin + url}
                for number, (title, url) in enumerate(crumbs, start=1)
            ],
        }
    )
