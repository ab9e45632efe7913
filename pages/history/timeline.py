"""All facts of a site in the order of time, or those of one kind."""

from functools import cached_property
from itertools import groupby

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from organisations.listing import Choice

from . import records
from .facts import Kind

SOURCES = (records.milestones, records.mergers, records.roles, records.phases, records.changes_of_bodies)


class Timeline:
    """Raises Http404 for a kind of which there is no fact."""

    def __init__(self, site, kind=None):
        self.kind = kind
        self.everything = sorted((fact for read in SOURCES for fact in read(site)), key=lambda fact: fact.date)
        if kind and kind not in self.kinds:
            raise Http404

    @cached_property
    def kinds(self):
        """Label by value of each kind that some fact has."""
        present = {fact.kind for fact in self.everything}
        return {kind.value: kind.label for kind in Kind if kind in present}

    @property
    def years(self):
        """(year, its facts) in the order of time; a fact of which no more is known than the year comes first in it."""
        chosen = [fact for fact in self.everything if self.kind in (None, fact.kind)]
        return [(year, list(facts)) for year, facts in groupby(chosen, key=lambda fact: fact.date.parts[0])]

    @property
    def path(self):
        return reverse("history:kind", args=(self.kind,)) if self.kind else reverse("history:timeline")

    def filters(self):
        if len(self.kinds) < 2:
            return []
        choices = [Choice(_("All"), reverse("history:timeline"), self.kind is None)]
        choices += [
            Choice(label, reverse("history:kind", args=(value,)), value == self.kind)
            for value, label in self.kinds.items()
        ]
        return [(_("Kind"), choices)]

    @property
    def title_parts(self):
        return [str(self.kinds[self.kind])] if self.kind else []
