"""The columns of the table, and how a row becomes a membership."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from import_export.fields import Field
from import_export.resources import ModelResource

from organisations.models import Membership

from .cells import (
    BenchWidget,
    BodiesWidget,
    BodyWidget,
    DateWidget,
    NumberOfRecord,
    OrderWidget,
    PersonWidget,
    RoleWidget,
    SeatsWidget,
    StateWidget,
)

MAX_ROWS = 5_000
NUMBER = "nummer"
COLUMNS = (
    *("id", "body", "bench", "member", "shared_with", "person", "role", "function", "delegated_by", "seats", "state"),
    *("start", "end", "known_on", "source", "position"),
)


class MembershipResource(ModelResource):
    """What import and export share. The names of the columns are the agreement with who keeps such tables."""

    id = Field("id", NUMBER, widget=NumberOfRecord())
    body = Field("body", "orgaan", widget=BodyWidget())
    bench = Field("bench", "geleding", widget=BenchWidget())
    member = Field("member", "organisatie", widget=BodyWidget())
    shared_with = Field("shared_with", "samen met", widget=BodiesWidget(), m2m_add=False)
    person = Field("person", "persoon", widget=PersonWidget())
    role = Field("role", "rol", widget=RoleWidget())
    function = Field("function", "functie")
    delegated_by = Field("delegated_by", "afgevaardigd door", widget=BodyWidget())
    seats = Field("seats", "zetels", widget=SeatsWidget())
    state = Field("state", "bezet", widget=StateWidget())
    start = Field("start", "van", widget=DateWidget())
    end = Field("end", "tot en met", widget=DateWidget())
    known_on = Field("known_on", "bekend op", widget=DateWidget())
    source = Field("source", "bron")
    position = Field("position", "volgorde", widget=OrderWidget())

    class Meta:
        model = Membership
        import_id_fields = ("id",)
        clean_model_instances = True
        skip_unchanged = True
        report_skipped = True
        use_transactions = True
        chunk_size = MAX_ROWS  # the names of all bodies in one query
        fields = import_order = export_order = COLUMNS

    def before_import_row(self, row, **kwargs):
        """What is linked to many is read only after the row was saved; its mistakes are said with the others."""
        try:
            self.fields["shared_with"].clean(row)
        except KeyError:
            return  # no such column
        except ValueError as error:
            raise ValidationError({"shared_with": str(error)}) from None

    def import_row(self, row, instance_loader, **kwargs):
        """Errors are said by the name of the column, which is all that a table knows."""
        result = super().import_row(row, instance_loader, **kwargs)
        if result.validation_error is not None:
            result.validation_error = by_column(result.validation_error)
        return result


def by_column(error):
    if not hasattr(error, "error_dict"):
        return error
    columns = {name: field.column_name for name, field in MembershipResource.fields.items()}
    return ValidationError({columns.get(name, NON_FIELD_ERRORS): found for name, found in error.error_dict.items()})
