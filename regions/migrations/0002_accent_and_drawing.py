"""The look of a site; what was there before is Limburg's, and keeps its colours and its drawing."""

from django.db import migrations, models

import regions.legal


def keep_the_drawing(apps, schema_editor):
    apps.get_model("regions", "Region").objects.update(drawing="limburg")


class Migration(migrations.Migration):
    dependencies = [("regions", "0001_initial")]
    operations = [
        migrations.AddField(
            model_name='region',
            name='accent',
            field=models.CharField(choices=[('heather', 'heather (purple)'), ('bluebell', 'bluebell (blue)'), ('beech', 'beech (green)'), ('brick', 'brick (red-brown)')], default='heather', max_length=20, verbose_name='accent'),
        ),
        migrations.AddField(
            model_name='region',
            name='drawing',
            field=models.CharField(choices=[('hills', 'rolling hills, in the accent'), ('limburg', 'Limburg: a spoil tip, heath and the Maas')], default='hills', max_length=20, verbose_name='drawing on cards'),
        ),
        migrations.AlterField(
            model_name='region',
            name='enterprise_number',
            field=models.CharField(blank=True, max_length=20, validators=[regions.legal.validate_enterprise_number], verbose_name='enterprise number'),
        ),
        migrations.RunPython(keep_the_drawing, migrations.RunPython.noop),
    ]
