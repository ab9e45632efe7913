"""A shared block needs a category: the first one is there when the first block is made."""

from django.db import migrations


def add_category(apps, schema_editor):
    Category = apps.get_model("djangocms_alias", "Category")
    Translation = apps.get_model("djangocms_alias", "CategoryTranslation")
    if Category.objects.exists():
        return
    # In bulk, as that leaves out `save`: parler's does not know the models of migrations.
    [category] = Category.objects.bulk_create([Category()])
    Translation.objects.bulk_create([Translation(master_id=category.pk, language_code="nl", name="Gedeelde blokken")])



class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0002_initial"),
        ("djangocms_alias", "0008_alter_categorytranslation_unique_together_and_more"),
    ]
    operations = [migrations.RunPython(add_category, migrations.RunPython.noop)]
