from django.db import migrations, models

from publication.schema import only_for_level


class Migration(migrations.Migration):
    dependencies = [
        ('publication', '0002_freeze_plans'),
    ]

    operations = [
        migrations.CreateModel(
            name='SchemaLevel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('oldest_reader', models.PositiveIntegerField()),
            ],
            options={'default_permissions': ()},
        ),
        only_for_level(1),
    ]
