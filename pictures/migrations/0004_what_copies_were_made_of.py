from django.db import migrations, models


def made_of_the_present_file(apps, schema_editor):
    """The copies that are there were made of the file that is there."""
    picture, file = apps.get_model("pictures", "Picture"), apps.get_model("filer", "File")
    present = file.objects.filter(pk=models.OuterRef("pk")).values("sha1")[:1]
    picture.objects.exclude(copied="").update(copied_sha1=models.Subquery(present))


class Migration(migrations.Migration):
    dependencies = [("pictures", "0003_copies_of_pictures")]

    operations = [
        migrations.AddField(
            model_name="picture",
            name="copied_sha1",
            field=models.CharField(blank=True, editable=False, max_length=40),
        ),
        migrations.RunPython(made_of_the_present_file, migrations.RunPython.noop),
    ]
