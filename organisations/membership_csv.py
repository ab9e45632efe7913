"""Memberships as a table for a spreadsheet: one row each, with Dutch columns, read and written without loss."""

import csv
import io

import tablib
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from import_export.fields import Field
from import_export.formats.base_formats import CSV
from import_export.resources import ModelResource
from import_export.widgets import IntegerWidget, ManyToManyWidget, Widget

from .dating import PartialDate, PartialDateFormField
from .models import Bench, Membership, Organization, Person, Role

MAX_ROWS = 5_000
NUMBER = "nummer"
COLUMNS = (
    *("id", "body", "bench", "member", "shared_with", "person", "role", "function", "delegated_by", "seats", "state"),
    *("start", "end", "known_on", "source", "position"),
)
# A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class MembershipCSV(CSV):
    """CSV as spreadsheets here make it: with `;` or `,`, in UTF-8 (with BOM or without) or in Windows-1252."""

    def get_title(self):
        return "CSV"

    def is_binary(self):
        return True

    def create_dataset(self, in_stream, **kwargs):
        """Raises ValidationError, and csv.Error for what is no table."""
        text = decoded(in_stream) if isinstance(in_stream, bytes) else in_stream
        first_line = text.partition("\n")[0]
        delimiter = max(";,\t", key=first_line.count)
        headers, *rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)) or [[]]
        headers = [header.strip().lower() for header in headers]
        check_headers(headers)
        return dataset(headers, rows)

    def export_data(self, dataset, **kwargs):
        stream = io.StringIO(newline="")
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(dataset.headers)
        writer.writerows([harmless(str(cell)) for cell in row] for row in dataset)
        return stream.getvalue().encode("utf-8-sig")


def decoded(data):
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def check_headers(headers):
    known = [field.column_name for field in MembershipResource.fields.values()]
    if unknown := [header for header in headers if header not in known]:
        words = _("These columns are not known: %(unknown)s. Known are: %(known)s.")
        raise ValidationError(words % {"unknown": ", ".join(unknown) or "–", "known": ", ".join(known)})
    if "orgaan" not in headers or len(set(headers)) < len(headers):
        raise ValidationError(_("The first line names each column once, and “orgaan” is among them."))


def dataset(headers, rows):
    """Rows as wide as the headers, without the empty ones, and with the column of numbers where it was left out."""
    missing = [NUMBER] if NUMBER not in headers else []
    table = tablib.Dataset(headers=headers + missing)
    for number, row in enumerate(rows, start=2):
        if len(row) > len(headers):
            raise ValidationError(_("Line %(number)s has more cells than the first line.") % {"number": number})
        if any(cell.strip() for cell in row):
            cells = [plain(cell.strip()) for cell in row]
            table.append(cells + [""] * (table.width - len(cells)))
    if len(table) > MAX_ROWS:
        raise ValidationError(_("The file has more than %(most)s rows.") % {"most": MAX_ROWS})
    return table


def harmless(cell):
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def plain(cell):
    """The reverse of `harmless`: an exported table comes back as it was."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell


class NumberOfRecord(IntegerWidget):
    def clean(self, value, row=None, **kwargs):
        if not value:
            return None
        if not (value.isascii() and value.isdecimal() and len(value) < 19):
            raise ValidationError({"id": _("“%(value)s” is no number.") % {"value": value}})
        if not Membership.objects.filter(pk=value).exists():
            words = _("There is no membership %(number)s. Leave the number empty for a new one.")
            raise ValidationError({"id": words % {"number": value}})
        return int(value)


class SeatsWidget(IntegerWidget):
    def clean(self, value, row=None, **kwargs):
        if not value:
            return None
        if not (value.isascii() and value.isdecimal() and len(value) < 5):
            raise ValueError(_("“%(value)s” is no number of seats.") % {"value": value})
        return int(value)


class OrderWidget(SeatsWidget):
    def clean(self, value, row=None, **kwargs):
        return super().clean(value, row, **kwargs) or 0


class DateWidget(Widget):
    def clean(self, value, row=None, **kwargs):
        try:
            return PartialDateFormField(required=False).clean(value)
        except ValidationError as error:
            raise ValueError(error.messages[0]) from None

    def render(self, value, obj=None, **kwargs):
        return value.as_typed if isinstance(value, PartialDate) else ""


class BodyWidget(Widget):
    """The last part of the address of a body, or its name."""

    def clean(self, value, row=None, **kwargs):
        return body_called(value) if value else None

    def render(self, value, obj=None, **kwargs):
        return value.slug if value else ""


class BodiesWidget(ManyToManyWidget):
    def __init__(self):
        super().__init__(Organization)

    def clean(self, value, row=None, **kwargs):
        return [body_called(name.strip()) for name in (value or "").split(",") if name.strip()]

    def render(self, value, obj=None, **kwargs):
        return ", ".join(body.slug for body in value.all()) if value is not None else ""


def body_called(words):
    """Raises ValueError for a body that is not there, and for a name that several have."""
    found = Organization.objects.filter(Q(slug=words.lower()) | Q(label__iexact=words))[:2]
    if len(found) == 1:
        return found[0]
    if found:
        raise ValueError(_("More than one organisation is called “%(words)s”. Use its address.") % {"words": words})
    raise ValueError(_("There is no organisation “%(words)s”.") % {"words": words})


class BenchWidget(Widget):
    """The name of a bench of the body in the same row; of several through time the newest."""

    def clean(self, value, row=None, **kwargs):
        if not value:
            return None
        body = body_called(row.get("orgaan") or "")
        benches = Bench.objects.filter(organization=body).select_related("kind").order_by("start", "known_on", "pk")
        found = [bench for bench in benches if str(bench).casefold() == value.casefold()]
        if not found:
            raise ValueError(_("“%(body)s” has no bench “%(bench)s”.") % {"body": body, "bench": value})
        return found[-1]


class RoleWidget(Widget):
    def clean(self, value, row=None, **kwargs):
        if not value:
            return None
        role = Role.objects.filter(Q(label__iexact=value) | Q(slug=value.lower())).first()
        if role is None:
            raise ValueError(_("There is no role “%(role)s”.") % {"role": value})
        return role


class PersonWidget(Widget):
    """By name. Who is not there yet is added: a person is a name and nothing else."""

    def clean(self, value, row=None, **kwargs):
        if not value:
            return None
        if len(value) > Person._meta.get_field("name").max_length:
            raise ValueError(_("This name is too long."))
        return Person.objects.get_or_create(name=value)[0]


class StateWidget(Widget):
    def clean(self, value, row=None, **kwargs):
        words = {str(label).casefold(): state for state, label in Membership.State.choices}
        if not value:
            return Membership.State.UNKNOWN
        if value.casefold() not in words:
            known = ", ".join(words)
            raise ValueError(_("“%(value)s” is none of: %(known)s.") % {"value": value, "known": known})
        return words[value.casefold()]

    def render(self, value, obj=None, **kwargs):
        return str(Membership.State(value).label)


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
