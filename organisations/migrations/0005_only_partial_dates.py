from django.db import migrations, models
import django.db.models.functions.text
import django.db.models.functions.comparison


class Migration(migrations.Migration):
    dependencies = [("organisations", "0004_statuses_and_partial_dates")]
    operations = [
        migrations.RemoveField(model_name='relation', name='start_day'),
        migrations.RemoveField(model_name='relation', name='end_day'),
        migrations.RemoveField(
            model_name='organizationcontent',
            name='status',
        ),
        migrations.RemoveField(
            model_name='organizationcontent',
            name='status_note',
        ),
        migrations.AddConstraint(
            model_name='relation',
            constraint=models.CheckConstraint(condition=models.Q(('end', ''), ('end__gte', django.db.models.functions.text.Left('start', django.db.models.functions.text.Length('end'))), _connector='OR'), name='relation_ends_after_start', violation_error_message='It cannot end before it starts.'),
        ),
        migrations.AddConstraint(
            model_name='relation',
            constraint=models.CheckConstraint(condition=models.Q(('known_on', ''), models.Q(('end', ''), ('start', '')), _connector='OR'), name='relation_known_or_period', violation_error_message='What is known on one date has no period: leave “from” and “until” empty.'),
        ),
        migrations.AddConstraint(
            model_name='relation',
            constraint=models.UniqueConstraint(fields=('subject', 'type', 'object', 'start', 'known_on'), name='relation_once', violation_error_message='This relation was entered already.'),
        ),
    ]
