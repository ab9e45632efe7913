"""A command of an older release does nothing with the database of a newer one."""

import pytest
from django.core.management import get_commands, load_command_class
from django.core.management.base import CommandError
from django.db.migrations.recorder import MigrationRecorder

from limburg_site.environment import BASE_DIR
from publication.schema import LEVEL, SchemaLevel, UnknownSchema

pytestmark = pytest.mark.django_db
# Tells it with the rest of what a start asks: tests/test_at_start.py.
OTHERWISE = {"prepare_site"}
OURS = {name: app for name, app in get_commands().items() if isinstance(app, str) and (BASE_DIR / app).is_dir()}
GIVEN = {"force_color": False, "no_color": True, "skip_checks": True, "dry_run": True}


def test_the_commands_that_throw_away_are_among_them():
    assert {"remove_unused_files", "repeat_erasures", "erase_press_accesses"} <= OURS.keys() - OTHERWISE


@pytest.mark.parametrize("name", sorted(OURS.keys() - OTHERWISE))
def test_no_command_runs_on_the_database_of_a_newer_release(name):
    SchemaLevel.objects.update(oldest_reader=LEVEL + 1)
    MigrationRecorder.Migration.objects.create(app="publication", name="0999_newer")
    with pytest.raises((CommandError, UnknownSchema), match="which does not know: publication 0999_newer"):
        load_command_class(OURS[name], name).execute(**GIVEN)
