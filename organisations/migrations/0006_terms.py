"""The terms that the field knows; staff can add their own."""

from django.db import migrations
from django.utils.text import slugify

BENCHES = ["werkgeversorganisaties", "werknemersorganisaties", "lokale besturen", "deskundigen"]
ROLES = [
    "voorzitter",
    "ondervoorzitter",
    "effectief lid",
    "plaatsvervanger",
    "waarnemer",
    "deskundige",
    "coördinator",
    "directeur",
    "gedelegeerd bestuurder",
    "secretaris",
    "contactpersoon",
    "trekker",
]
HELD_BY_ONE = {"voorzitter", "coördinator", "directeur", "secretaris"}
THEMES = [
    "streekontwikkeling",
    "economie en ondernemen",
    "arbeidsmarkt",
    "onderwijs en arbeidsmarkt",
    "diversiteit",
    "werkbaar werk",
    "sociale economie",
    "mobiliteit",
    "ruimtelijke ordening en bedrijventerreinen",
    "energie, klimaat en cleantech",
    "toerisme",
    "zorg en welzijn",
    "landbouw en agrofood",
    "digitalisering",
]


def add_terms(apps, schema_editor):
    for name, labels in (("BenchKind", BENCHES), ("Role", ROLES), ("Theme", THEMES)):
        model = apps.get_model("organisations", name)
        for position, label in enumerate(labels):
            model.objects.get_or_create(slug=slugify(label), defaults={"label": label, "position": position})
    apps.get_model("organisations", "Role").objects.filter(label__in=HELD_BY_ONE).update(single_holder=True)


class Migration(migrations.Migration):
    dependencies = [("organisations", "0005_only_partial_dates")]
    operations = [migrations.RunPython(add_terms, migrations.RunPython.noop)]
