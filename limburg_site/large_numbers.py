"""A number that no column can hold is no key: a query for some finds the others, as PostgreSQL has it.

Django says so for one number (`IntegerFieldOverflow`) and not for a list, as a form asks for what was chosen in it:
SQLite's driver raises OverflowError. Goes when Django's `In` does the same.
"""

from django.db.models import IntegerField, lookups


class WithinRange(lookups.In):
    def process_rhs(self, compiler, connection):
        if self.rhs_is_direct_value():
            least, most = connection.ops.integer_field_range(self.lhs.output_field.get_internal_type())
            self.rhs = [number for number in self.rhs if not isinstance(number, int) or least <= number <= most]
        return super().process_rhs(compiler, connection)


def register():
    IntegerField.register_lookup(WithinRange)
