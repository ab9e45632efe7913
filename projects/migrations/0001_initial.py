import django.db.models.deletion
import django.db.models.functions.text
import organisations.dating
import publication.models
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('documents', '0003_documentcontent_themes'),
        ('organisations', '0006_terms'),
        ('sites', '0002_alter_domain_unique'),
    ]

    operations = [
        migrations.CreateModel(
            name='Project',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(help_text='The last part of the address of the page. A change is live at once; the old address redirects.', max_length=100, unique=True, validators=[publication.models.refuse_reserved_slug], verbose_name='address')),
                ('sites', models.ManyToManyField(help_text='The sites that show this. A change is live at once.', to='sites.site', verbose_name='sites')),
            ],
            options={
                'verbose_name': 'project',
                'verbose_name_plural': 'projects',
            },
        ),
        migrations.CreateModel(
            name='ProjectContent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('full_name', models.CharField(blank=True, max_length=200, verbose_name='full name')),
                ('aim', models.TextField(help_text='What it is for, in two or three sentences.', max_length=600, verbose_name='aim')),
                ('region', models.CharField(blank=True, max_length=120, verbose_name='region')),
                ('start', organisations.dating.PartialDateField(blank=True, default='', help_text='A day, a month (05/2017) or a year. Empty: not known.', max_length=10, verbose_name='from')),
                ('end', organisations.dating.PartialDateField(blank=True, default='', max_length=10, verbose_name='until and with')),
                ('eu_support', models.BooleanField(default=False, verbose_name='supported by the European Union')),
                ('funder', models.CharField(blank=True, max_length=160, verbose_name='funded by')),
                ('programme', models.CharField(blank=True, max_length=160, verbose_name='programme or call')),
                ('number', models.CharField(blank=True, max_length=40, verbose_name='number of the project')),
                ('participant_count', models.PositiveSmallIntegerField(blank=True, help_text='Also where their names are not known.', null=True, verbose_name='number of municipalities')),
                ('source', models.CharField(blank=True, max_length=200, verbose_name='source')),
                ('areas', models.ManyToManyField(blank=True, to='organisations.area', verbose_name='areas')),
                ('documents', models.ManyToManyField(blank=True, to='documents.document', verbose_name='documents')),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contents', to='projects.project')),
                ('themes', models.ManyToManyField(blank=True, to='organisations.theme', verbose_name='themes')),
            ],
            options={
                'verbose_name': 'text of a project',
                'verbose_name_plural': 'texts of projects',
                'ordering': ['-start', 'title'],
                'permissions': [('publish_projectcontent', 'Can publish projects')],
                'constraints': [models.CheckConstraint(condition=models.Q(('end', ''), ('end__gte', django.db.models.functions.text.Left('start', django.db.models.functions.text.Length('end'))), _connector='OR'), name='project_ends_after_start', violation_error_message='It cannot end before it starts.')],
            },
        ),
        migrations.CreateModel(
            name='Phase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', organisations.dating.PartialDateField(blank=True, default='', help_text='A day, a month (05/2017) or a year. Empty: not known.', max_length=10, verbose_name='from')),
                ('end', organisations.dating.PartialDateField(blank=True, default='', help_text='Empty: not known, or it still holds.', max_length=10, verbose_name='until and with')),
                ('known_on', organisations.dating.PartialDateField(blank=True, default='', help_text='Instead of a period: the one date on which a source says so.', max_length=10, verbose_name='known on')),
                ('source', models.CharField(blank=True, max_length=200, verbose_name='source')),
                ('step', models.CharField(choices=[('prepared', 'in preparation'), ('filed', 'filed'), ('approved', 'approved'), ('running', 'running'), ('finished', 'finished'), ('evaluated', 'evaluated')], max_length=12, verbose_name='phase')),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='note')),
                ('content', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='phases', to='projects.projectcontent')),
            ],
            options={
                'verbose_name': 'phase',
                'verbose_name_plural': 'phases',
                'ordering': ['start', 'known_on', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('end', ''), ('end__gte', django.db.models.functions.text.Left('start', django.db.models.functions.text.Length('end'))), _connector='OR'), name='phase_ends_after_start', violation_error_message='It cannot end before it starts.'), models.CheckConstraint(condition=models.Q(('known_on', ''), models.Q(('end', ''), ('start', '')), _connector='OR'), name='phase_known_or_period', violation_error_message='What is known on one date has no period: leave “from” and “until” empty.')],
            },
        ),
        migrations.CreateModel(
            name='Partner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(blank=True, max_length=80, verbose_name='role')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='project_roles', to='organisations.organization', verbose_name='organisation')),
                ('content', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='partners', to='projects.projectcontent')),
            ],
            options={
                'verbose_name': 'partner',
                'verbose_name_plural': 'partners',
                'ordering': ['position', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('content', 'organization', 'role'), name='partner_once', violation_error_message='This partner was entered already.')],
            },
        ),
        migrations.CreateModel(
            name='ProjectParticipation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', organisations.dating.PartialDateField(blank=True, default='', help_text='A day, a month (05/2017) or a year. Empty: not known.', max_length=10, verbose_name='from')),
                ('end', organisations.dating.PartialDateField(blank=True, default='', help_text='Empty: not known, or it still holds.', max_length=10, verbose_name='until and with')),
                ('known_on', organisations.dating.PartialDateField(blank=True, default='', help_text='Instead of a period: the one date on which a source says so.', max_length=10, verbose_name='known on')),
                ('source', models.CharField(blank=True, max_length=200, verbose_name='source')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='project_participations', to='organisations.area', verbose_name='area')),
                ('content', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participations', to='projects.projectcontent')),
            ],
            options={
                'verbose_name': 'participating area',
                'verbose_name_plural': 'participating areas',
                'constraints': [models.CheckConstraint(condition=models.Q(('end', ''), ('end__gte', django.db.models.functions.text.Left('start', django.db.models.functions.text.Length('end'))), _connector='OR'), name='project_participation_ends_after_start', violation_error_message='It cannot end before it starts.'), models.CheckConstraint(condition=models.Q(('known_on', ''), models.Q(('end', ''), ('start', '')), _connector='OR'), name='project_participation_known_or_period', violation_error_message='What is known on one date has no period: leave “from” and “until” empty.'), models.UniqueConstraint(fields=('content', 'area'), name='project_participation_once', violation_error_message='This area was entered already.')],
            },
        ),
    ]
