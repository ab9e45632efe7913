"""The enterprise number of a legal person: of a body, and of who stands in the imprint of a site."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.be import vat
from stdnum.exceptions import ValidationError as InvalidNumber


def validate_enterprise_number(number):
    """Raise ValidationError unless `number` is a Belgian enterprise number with right check digits (modulo 97)."""
    try:
        vat.validate(number)
    except InvalidNumber:
        raise ValidationError(
            _("“%(number)s” is no enterprise number: ten figures, of which the last two are check digits."),
            params={"number": number},
        ) from None


def written_out(number):
    """0403.019.261: as the law and the crossroads bank (KBO) write it."""
    digits = vat.compact(number)
    return f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"
