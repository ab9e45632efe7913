"""What was a day becomes a date of that precision; a status gets a period; a succession becomes an event."""

from django.db import migrations
from django.db.models import F


def move_rows(apps, schema_editor):
    give_statuses_a_period(apps)
    write_days_as_partial_dates(apps)
    turn_successions_into_events(apps)
    keep_both_ways_in_one_order(apps)


def give_statuses_a_period(apps):
    content_model = apps.get_model("organisations", "OrganizationContent")
    period_model = apps.get_model("organisations", "StatusPeriod")
    for content in content_model._base_manager.exclude(status="unknown", status_note=""):
        period_model.objects.create(content=content, status=content.status, note=content.status_note)


def write_days_as_partial_dates(apps):
    for relation in apps.get_model("organisations", "Relation").objects.all():
        relation.start = relation.start_day.isoformat() if relation.start_day else ""
        relation.end = relation.end_day.isoformat() if relation.end_day else ""
        relation.save(update_fields=["start", "end"])


def turn_successions_into_events(apps):
    """ "A volgt op B" has one home from now on: an event with B before it and A after it."""
    event_model = apps.get_model("organisations", "ChangeEvent")
    for relation in apps.get_model("organisations", "Relation").objects.filter(type__slug="volgt-op"):
        event = event_model.objects.create(kind="succession", date=relation.start, source=relation.source)
        event.originals.add(relation.object_id)
        event.results.add(relation.subject_id)
        relation.delete()
    apps.get_model("organisations", "RelationType").objects.filter(slug="volgt-op").delete()
    apps.get_model("organisations", "RelationType").objects.filter(slug="werkgroep-van").update(hierarchical=True)


def keep_both_ways_in_one_order(apps):
    """ "A werkt geïntegreerd met B" and "B werkt geïntegreerd met A" are one relation, with both sources."""
    relations = apps.get_model("organisations", "Relation").objects.filter(type__name=F("type__inverse_name"))
    for relation in relations.filter(subject__gt=F("object")):
        subject, object = relation.object_id, relation.subject_id
        same = relations.filter(subject=subject, object=object, type=relation.type_id, start=relation.start).first()
        if same is None:
            relations.filter(pk=relation.pk).update(subject=subject, object=object)
            continue
        if relation.source not in same.source:
            same.source = "; ".join(filter(None, (same.source, relation.source)))[:200]
        same.end = same.end or relation.end
        same.save(update_fields=["source", "end"])
        relation.delete()


class Migration(migrations.Migration):
    dependencies = [("organisations", "0003_seats_areas_and_terms")]
    operations = [migrations.RunPython(move_rows, migrations.RunPython.noop)]
