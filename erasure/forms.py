from django import forms
from django.utils.translation import gettext_lazy as _

from .models import Ground, Kind
from .names import REMOVED_FROM_ADDRESS, SHORTEST
from .spelling import joined

# What Django's administration gives its own choices: their words are not broken after a few.
ONE_A_LINE = {"class": "radiolist"}


class EraseForm(forms.Form):
    kind = forms.ChoiceField(label=_("What has to go?"), choices=Kind, widget=forms.RadioSelect(ONE_A_LINE))
    sought = forms.CharField(
        label=_("Which one?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "cols": 60}),
        help_text=_(
            "Of a name: each spelling on a line of its own, for instance with and without a first name in full. "
            "Of a file or a picture: a part of its title, or its address."
        ),
    )
    ground = forms.ChoiceField(label=_("Why?"), choices=Ground, widget=forms.RadioSelect(ONE_A_LINE))

    def clean(self):
        data = super().clean()
        if data.get("kind") == Kind.NAME and any(self.means_too_much(name) for name in self.names):
            self.add_error("sought", _("A name has at least three letters, and is not the word that takes its place."))
        return data

    @property
    def names(self):
        return [line.strip() for line in self.cleaned_data.get("sought", "").splitlines() if line.strip()]

    def means_too_much(self, name):
        letters = joined(name)
        return len(letters) < SHORTEST or letters in REMOVED_FROM_ADDRESS
