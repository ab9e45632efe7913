"""Take a row away with what shows it, in every version: what nobody may see any more can't be protected."""

from cms.models import CMSPlugin


def take_away(row):
    for field in fields_to(row):
        rows = field.model._base_manager.filter(**{field.name: row.pk})
        if field.null:
            rows.update(**{field.name: None})
        else:
            for one in rows:
                delete(one)
    row.delete()


def fields_to(row):
    """The keys of other models that can lead to `row`, whichever model of its family they name."""
    for relation in row._meta.get_fields(include_hidden=True):
        leads_here = relation.one_to_many or (relation.one_to_one and relation.auto_created)
        if leads_here and not relation.field.remote_field.parent_link:
            yield relation.field


def shown_by(row):
    """The rows that refer to `row`."""
    return [one for field in fields_to(row) for one in field.model._base_manager.filter(**{field.name: row.pk})]


def delete(row):
    """A block leaves no gap between those around it."""
    if isinstance(row, CMSPlugin):
        row.placeholder.delete_plugin(row)
    else:
        row.delete()
