"""What one cell says, read from words and written as words: a widget for each sort of cell."""

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from import_export.widgets import IntegerWidget, ManyToManyWidget, Widget

from organisations.dating import PartialDate, PartialDateFormField
from organisations.models import Bench, Membership, Organization, Person, Role


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
