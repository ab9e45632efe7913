"""When the data of a site last changed: the latest of its publications and of the changes of its records."""

from django.db.models import Max
from django.utils import timezone
from djangocms_versioning.constants import PUBLISHED, UNPUBLISHED

from organisations.models import (
    Area,
    AreaChange,
    AreaPart,
    Bench,
    BenchKind,
    Classification,
    Membership,
    Organization,
    OrganizationContent,
    Participation,
    Relation,
    Role,
    Theme,
)
from projects.models import ProjectContent

# The field that ties a record to a body.
RECORDS = {
    Bench: "organization",
    Membership: "body",
    Relation: "subject",
    Participation: "organization",
}


def latest(moments):
    """The last of them in local time, or None where nothing has happened."""
    known = [moment for moment in moments if moment]
    return timezone.localtime(max(known)) if known else None


def organisations(site):
    bodies = Organization.objects.filter(sites=site).order_by().values("pk")
    records = (changed(model, **{f"{field}__in": bodies}) for model, field in RECORDS.items())
    return latest([published(OrganizationContent, site), *records])


def projects(site):
    return latest([published(ProjectContent, site)])


def published(model, site):
    """Of the last publication or withdrawal. Drafts do not count: nobody sees them."""
    contents = model.everything.filter(
        **{f"{model.GROUPER}__sites": site}, versions__state__in=(PUBLISHED, UNPUBLISHED)
    )
    return contents.aggregate(at=Max("versions__modified"))["at"]


def areas(site):
    here = Area.objects.filter(sites=site).values("pk")
    return latest([changed(Area, id__in=here), changed(AreaPart, part__in=here), changed(AreaChange)])


def terms(site):
    return latest(changed(model) for model in (Classification, BenchKind, Role, Theme))


def changed(model, **condition):
    return model.history.filter(**condition).aggregate(at=Max("history_date"))["at"]
