"""A start asks whether files are lost before it migrates: the database may lack what this release adds."""

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import FileField

from files.lost import LostFiles, refuse_lost_files
from tests.factories import DocumentContentFactory, add_file, pdf_bytes

pytestmark = pytest.mark.django_db
COLUMNS = sorted(
    {
        (model._meta.db_table, field.column)
        for model in apps.get_models()
        for field in model._meta.local_fields
        if isinstance(field, FileField)
    }
)


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_column_that_is_still_to_be_made_names_no_file(table, column):
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} RENAME COLUMN {column} TO of_a_release_to_come")
    refuse_lost_files()


def test_the_columns_that_are_there_are_asked(settings, tmp_path):
    add_file(DocumentContentFactory(), pdf_bytes(1), "x.pdf")
    settings.MEDIA_ROOT = tmp_path / "elsewhere"
    with pytest.raises(LostFiles, match="documents/"):
        refuse_lost_files()
