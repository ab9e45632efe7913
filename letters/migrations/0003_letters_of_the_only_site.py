from django.db import migrations


def give_to_the_only_site(apps, _editor):
    """Where there are more, nobody wrote down which: such a mail stays everybody's, for as long as it is kept."""
    sites = apps.get_model("sites", "Site").objects.all()[:2]
    if len(sites) == 1:
        apps.get_model("letters", "Letter").objects.filter(site=None).update(site=sites[0])


class Migration(migrations.Migration):
    dependencies = [("letters", "0002_letter_site")]

    operations = [migrations.RunPython(give_to_the_only_site, migrations.RunPython.noop)]
