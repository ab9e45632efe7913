"""The relations that the field knows, each with its reading from the other side; more can be added by staff."""

from django.db import migrations

TYPES = [
    ("ondersteunt", "ondersteunt", "wordt ondersteund door"),
    ("juridisch-vehikel", "is juridisch vehikel voor", "heeft als juridisch vehikel"),
    ("orgaan-van", "is orgaan van", "heeft als orgaan"),
    ("werkgroep-van", "is werkgroep van", "heeft als werkgroep"),
    ("erkent", "erkent", "is erkend door"),
    ("zetelt-in", "zetelt in", "heeft als lid"),
    ("vaardigt-af-naar", "vaardigt af naar", "krijgt afgevaardigden van"),
    ("stelt-leden-aan", "stelt leden aan van", "leden aangesteld door"),
    ("adviseert", "adviseert", "krijgt advies van"),
    ("koppelt-terug-naar", "koppelt terug naar", "krijgt terugkoppeling van"),
    ("financiert", "financiert", "wordt gefinancierd door"),
    ("werkt-geintegreerd-met", "werkt geïntegreerd met", "werkt geïntegreerd met"),
    ("volgt-op", "volgt op", "is opgevolgd door"),
]


def add_types(apps, schema_editor):
    model = apps.get_model("organisations", "RelationType")
    for slug, name, inverse_name in TYPES:
        model.objects.get_or_create(slug=slug, defaults={"name": name, "inverse_name": inverse_name})


class Migration(migrations.Migration):
    dependencies = [("organisations", "0001_initial")]
    operations = [migrations.RunPython(add_types, migrations.RunPython.noop)]
