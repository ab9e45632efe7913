"""Which roles take a seat at a table, and the sorts of organisations that the field knows; staff can add their own."""

from django.db import migrations
from django.utils.text import slugify

WITHOUT_SEAT = ["plaatsvervanger", "waarnemer", "coordinator", "directeur", "secretaris", "contactpersoon", "trekker"]
SORTS = [
    "erkend regionaal samenwerkingsverband",
    "overlegcomité",
    "sociaal-economische raad",
    "werkgeversorganisatie",
    "werknemersorganisatie",
    "provincie",
    "provinciale ontwikkelingsmaatschappij",
    "burgemeestersoverleg",
    "intergemeentelijk samenwerkingsverband",
    "taskforce",
    "toekomstforum",
    "themawerkgroep",
]


def add_terms(apps, schema_editor):
    apps.get_model("organisations", "Role").objects.filter(slug__in=WITHOUT_SEAT).update(takes_seat=False)
    sorts = apps.get_model("organisations", "Classification").objects
    for position, label in enumerate(SORTS):
        sorts.get_or_create(slug=slugify(label), defaults={"label": label, "position": position})


class Migration(migrations.Migration):
    dependencies = [("organisations", "0008_seats_as_far_as_known")]
    operations = [migrations.RunPython(add_terms, migrations.RunPython.noop)]
