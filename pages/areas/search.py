"""Find a municipality by a name as people type it: today's or a former one, with or without accents and hyphens."""

from dataclasses import dataclass
from difflib import get_close_matches

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from organisations.areas import areas_with_a_page
from organisations.models import Area
from organisations.models.areas import folded

LONGEST = Area._meta.get_field("name").max_length
SHORTEST = 2
SUGGESTED = 3
ALIKE = 0.7  # of 1, as difflib measures it: "haselt" and "tungeren" are found, "brugge" is not


class AreaSearchForm(forms.Form):
    naam = forms.CharField(
        label=_("Name of a municipality"),
        max_length=LONGEST,
        error_messages={
            "required": _("Type the name of a municipality, or a part of it."),
            "max_length": _("This is too long for the name of a municipality: %(limit_value)d characters at most."),
        },
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "address-level2", "spellcheck": "false"}),
    )

    def clean_naam(self):
        name = self.cleaned_data["naam"]
        if len(folded(name)) < SHORTEST:
            raise ValidationError(_("Type at least two letters of the name."))
        return name


@dataclass(frozen=True)
class Found:
    """What was looked for, the areas with that in their name, the likeliest first; and where there is none, who
    has a name like it."""

    name: str
    hits: list
    alike: list


def find(name, site):
    areas, wanted = list(areas_with_a_page(site)), folded(name)
    hits = [area for area in areas if wanted in area.folded_name]
    hits.sort(key=lambda area: (area.folded_name != wanted, not area.folded_name.startswith(wanted)))
    return Found(name, hits, [] if hits else alike(wanted, areas))


def alike(wanted, areas):
    by_name = {area.folded_name: area for area in areas}
    return [by_name[name] for name in get_close_matches(wanted, by_name, SUGGESTED, ALIKE)]
