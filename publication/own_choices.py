"""What a form lets its person choose: what they may open, beside what was chosen already."""

from django.contrib.admin.widgets import ForeignKeyRawIdWidget
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.forms import BoundField, ModelChoiceField

from .belonging import UnknownBelonging, only_elsewhere, works_on


class KnownKey(BoundField):
    """A widget that shows what a key names, whatever the key, is given none that may not be chosen."""

    def value(self):
        value, widget = super().value(), getattr(self.field.widget, "widget", self.field.widget)
        if not isinstance(self.field, ModelChoiceField) or not isinstance(widget, ForeignKeyRawIdWidget):
            return value
        try:
            return value if self.field.to_python(value) else None
        except ValidationError:
            return None


class OwnChoices:
    """Mixin for a form; `chooser` is who fills it in."""

    bound_field_class = KnownKey
    chooser = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.chooser is None or works_on(self.chooser) is None:
            return
        for name, field in self.fields.items():
            if isinstance(field, ModelChoiceField):
                keep_to_own(field, self.chooser, self.chosen(name, field))

    def chosen(self, name, field):
        """Keys of what is chosen in what is stored; what an address proposes for a new thing is not."""
        instance = getattr(self, "instance", None)
        value = self.get_initial_for_field(field, name) if instance is not None and instance.pk else None
        values = value if isinstance(value, (list, tuple)) else [value]
        return [getattr(one, "pk", one) for one in values if one is not None]


def keep_to_own(field, user, chosen=()):
    model = field.queryset.model
    try:
        field.queryset = field.queryset.filter(~only_elsewhere(model, user) | Q(pk__in=chosen))
    except UnknownBelonging:
        return  # rows that packages keep have rules of their own there


def with_own_choices(form, user):
    """The class `form` as `user` fills it in."""
    own = type(form.__name__, (OwnChoices, form), {"chooser": user})
    own.base_fields = form.base_fields  # with what an admin changed of them since the class was made
    return own
